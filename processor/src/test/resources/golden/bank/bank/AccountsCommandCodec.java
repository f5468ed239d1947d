package bank;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the commands of bank.accounts in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsCommandCodec implements MessageCodec<Operation> {

    private static final MessageSchema DEPOSIT = new MessageSchema(
            "bank.Operation.Deposit",
            1,
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
            1,
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
    public String description() {
        return "the commands of bank.accounts";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(DEPOSIT, WITHDRAW);
    }

    @Override
    public int write(AvroWriter out, Operation message) {
        if (message instanceof Operation.Deposit deposit) {
            writeDeposit(out, deposit);
            return 0;
        }
        if (message instanceof Operation.Withdraw withdraw) {
            writeWithdraw(out, withdraw);
            return 1;
        }
        throw new IllegalArgumentException("Not one of the commands of bank.accounts: " + message);
    }

    @Override
    public Operation read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readDeposit(in));
            case 1 -> in.end(readWithdraw(in));
            default -> throw new IllegalArgumentException("No schema of the commands of bank.accounts: " + schema);
        };
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

    private static void writeDeposit(AvroWriter out, Operation.Deposit deposit) {
        out.writeString(deposit.account());
        out.writeBigDecimal(deposit.amount());
    }

    private static Operation.Deposit readDeposit(AvroReader in) {
        return new Operation.Deposit(in.field(0).readString(), in.field(1).readBigDecimal());
    }

    private static void writeWithdraw(AvroWriter out, Operation.Withdraw withdraw) {
        out.writeString(withdraw.account());
        out.writeBigDecimal(withdraw.amount());
    }

    private static Operation.Withdraw readWithdraw(AvroReader in) {
        return new Operation.Withdraw(in.field(0).readString(), in.field(1).readBigDecimal());
    }
}
