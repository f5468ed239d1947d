package bank;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the events of bank.accounts in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsEventCodec implements MessageCodec<Movement> {

    private static final MessageSchema DEPOSITED = new MessageSchema(
            "bank.Movement.Deposited",
            1,
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
            1,
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
            1,
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
    public String description() {
        return "the events of bank.accounts";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(DEPOSITED, WITHDRAWN, INSUFFICIENT_FUNDS);
    }

    @Override
    public int write(AvroWriter out, Movement message) {
        if (message instanceof Movement.Deposited deposited) {
            writeDeposited(out, deposited);
            return 0;
        }
        if (message instanceof Movement.Withdrawn withdrawn) {
            writeWithdrawn(out, withdrawn);
            return 1;
        }
        if (message instanceof Movement.InsufficientFunds insufficientFunds) {
            writeInsufficientFunds(out, insufficientFunds);
            return 2;
        }
        throw new IllegalArgumentException("Not one of the events of bank.accounts: " + message);
    }

    @Override
    public Movement read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readDeposited(in));
            case 1 -> in.end(readWithdrawn(in));
            case 2 -> in.end(readInsufficientFunds(in));
            default -> throw new IllegalArgumentException("No schema of the events of bank.accounts: " + schema);
        };
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

    private static void writeDeposited(AvroWriter out, Movement.Deposited deposited) {
        out.writeBigDecimal(deposited.amount());
    }

    private static Movement.Deposited readDeposited(AvroReader in) {
        return new Movement.Deposited(in.field(0).readBigDecimal());
    }

    private static void writeWithdrawn(AvroWriter out, Movement.Withdrawn withdrawn) {
        out.writeBigDecimal(withdrawn.amount());
    }

    private static Movement.Withdrawn readWithdrawn(AvroReader in) {
        return new Movement.Withdrawn(in.field(0).readBigDecimal());
    }

    private static void writeInsufficientFunds(AvroWriter out, Movement.InsufficientFunds insufficientFunds) {
        out.writeBigDecimal(insufficientFunds.requested());
        out.writeBigDecimal(insufficientFunds.balance());
    }

    private static Movement.InsufficientFunds readInsufficientFunds(AvroReader in) {
        return new Movement.InsufficientFunds(
                in.field(0).readBigDecimal(),
                in.field(1).readBigDecimal());
    }
}
