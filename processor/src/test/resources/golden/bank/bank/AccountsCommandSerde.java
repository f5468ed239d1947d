package bank;

import dev.annals.serde.AvroReader;
import dev.annals.serde.AvroWriter;
import dev.annals.serde.MessageSchema;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.SingleObject;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the commands of bank.accounts as Avro single objects: each with the schema that stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsCommandSerde implements MessageSerde<Operation> {

    private static final MessageSchema DEPOSIT = new MessageSchema(
            "bank.Operation.Deposit",
            0x39e2fc0c86bc99adL,
            """
            {
              "type" : "record",
              "name" : "Deposit",
              "namespace" : "bank.Operation",
              "fields" : [
                {
                  "name" : "account",
                  "type" : "string"
                },
                {
                  "name" : "amount",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                }
              ]
            }
            """);

    private static final MessageSchema WITHDRAW = new MessageSchema(
            "bank.Operation.Withdraw",
            0xac76fd5efa0cc127L,
            """
            {
              "type" : "record",
              "name" : "Withdraw",
              "namespace" : "bank.Operation",
              "fields" : [
                {
                  "name" : "account",
                  "type" : "string"
                },
                {
                  "name" : "amount",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                }
              ]
            }
            """);

    @Override
    public byte[] write(Operation message) {
        if (message instanceof Operation.Deposit deposit) {
            AvroWriter out = SingleObject.start(DEPOSIT.fingerprint());
            writeDeposit(out, deposit);
            return out.toByteArray();
        }
        if (message instanceof Operation.Withdraw withdraw) {
            AvroWriter out = SingleObject.start(WITHDRAW.fingerprint());
            writeWithdraw(out, withdraw);
            return out.toByteArray();
        }
        throw new IllegalArgumentException("Not one of the commands of bank.accounts: " + message);
    }

    @Override
    public Operation read(byte[] bytes) {
        long fingerprint = SingleObject.fingerprint(bytes);
        AvroReader in = SingleObject.body(bytes);
        if (fingerprint == DEPOSIT.fingerprint()) {
            return in.end(readDeposit(in));
        }
        if (fingerprint == WITHDRAW.fingerprint()) {
            return in.end(readWithdraw(in));
        }
        throw SingleObject.unknown(fingerprint, "the commands of bank.accounts");
    }

    @Override
    public String typeName(Operation message) {
        if (message instanceof Operation.Deposit) {
            return DEPOSIT.name();
        }
        if (message instanceof Operation.Withdraw) {
            return WITHDRAW.name();
        }
        throw new IllegalArgumentException("Not one of the commands of bank.accounts: " + message);
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(DEPOSIT, WITHDRAW);
    }

    private static void writeDeposit(AvroWriter out, Operation.Deposit deposit) {
        out.writeString(deposit.account());
        out.writeBigDecimal(deposit.amount());
    }

    private static Operation.Deposit readDeposit(AvroReader in) {
        return new Operation.Deposit(in.readString(), in.readBigDecimal());
    }

    private static void writeWithdraw(AvroWriter out, Operation.Withdraw withdraw) {
        out.writeString(withdraw.account());
        out.writeBigDecimal(withdraw.amount());
    }

    private static Operation.Withdraw readWithdraw(AvroReader in) {
        return new Operation.Withdraw(in.readString(), in.readBigDecimal());
    }
}
