package bank;

import dev.annals.serde.AvroReader;
import dev.annals.serde.AvroWriter;
import dev.annals.serde.MessageSchema;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.SingleObject;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the events of bank.accounts as Avro single objects: each with the schema that stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsEventSerde implements MessageSerde<Movement> {

    private static final MessageSchema DEPOSITED = new MessageSchema(
            "bank.Movement.Deposited",
            0xf2e91132501edf01L,
            """
            {
              "type" : "record",
              "name" : "Deposited",
              "namespace" : "bank.Movement",
              "fields" : [
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

    private static final MessageSchema WITHDRAWN = new MessageSchema(
            "bank.Movement.Withdrawn",
            0x380a6d2b4922efa3L,
            """
            {
              "type" : "record",
              "name" : "Withdrawn",
              "namespace" : "bank.Movement",
              "fields" : [
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

    private static final MessageSchema INSUFFICIENT_FUNDS = new MessageSchema(
            "bank.Movement.InsufficientFunds",
            0x7edea470b3183501L,
            """
            {
              "type" : "record",
              "name" : "InsufficientFunds",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "requested",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                },
                {
                  "name" : "balance",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                }
              ]
            }
            """);

    @Override
    public byte[] write(Movement message) {
        if (message instanceof Movement.Deposited deposited) {
            AvroWriter out = SingleObject.start(DEPOSITED.fingerprint());
            writeDeposited(out, deposited);
            return out.toByteArray();
        }
        if (message instanceof Movement.Withdrawn withdrawn) {
            AvroWriter out = SingleObject.start(WITHDRAWN.fingerprint());
            writeWithdrawn(out, withdrawn);
            return out.toByteArray();
        }
        if (message instanceof Movement.InsufficientFunds insufficientFunds) {
            AvroWriter out = SingleObject.start(INSUFFICIENT_FUNDS.fingerprint());
            writeInsufficientFunds(out, insufficientFunds);
            return out.toByteArray();
        }
        throw new IllegalArgumentException("Not one of the events of bank.accounts: " + message);
    }

    @Override
    public Movement read(byte[] bytes) {
        long fingerprint = SingleObject.fingerprint(bytes);
        AvroReader in = SingleObject.body(bytes);
        if (fingerprint == DEPOSITED.fingerprint()) {
            return in.end(readDeposited(in));
        }
        if (fingerprint == WITHDRAWN.fingerprint()) {
            return in.end(readWithdrawn(in));
        }
        if (fingerprint == INSUFFICIENT_FUNDS.fingerprint()) {
            return in.end(readInsufficientFunds(in));
        }
        throw SingleObject.unknown(fingerprint, "the events of bank.accounts");
    }

    @Override
    public String typeName(Movement message) {
        if (message instanceof Movement.Deposited) {
            return DEPOSITED.name();
        }
        if (message instanceof Movement.Withdrawn) {
            return WITHDRAWN.name();
        }
        if (message instanceof Movement.InsufficientFunds) {
            return INSUFFICIENT_FUNDS.name();
        }
        throw new IllegalArgumentException("Not one of the events of bank.accounts: " + message);
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(DEPOSITED, WITHDRAWN, INSUFFICIENT_FUNDS);
    }

    private static void writeDeposited(AvroWriter out, Movement.Deposited deposited) {
        out.writeBigDecimal(deposited.amount());
    }

    private static Movement.Deposited readDeposited(AvroReader in) {
        return new Movement.Deposited(in.readBigDecimal());
    }

    private static void writeWithdrawn(AvroWriter out, Movement.Withdrawn withdrawn) {
        out.writeBigDecimal(withdrawn.amount());
    }

    private static Movement.Withdrawn readWithdrawn(AvroReader in) {
        return new Movement.Withdrawn(in.readBigDecimal());
    }

    private static void writeInsufficientFunds(AvroWriter out, Movement.InsufficientFunds insufficientFunds) {
        out.writeBigDecimal(insufficientFunds.requested());
        out.writeBigDecimal(insufficientFunds.balance());
    }

    private static Movement.InsufficientFunds readInsufficientFunds(AvroReader in) {
        return new Movement.InsufficientFunds(in.readBigDecimal(), in.readBigDecimal());
    }
}
