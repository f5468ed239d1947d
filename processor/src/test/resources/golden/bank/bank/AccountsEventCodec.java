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

    private static final MessageSchema DEBITED = new MessageSchema(
            "bank.Movement.Debited",
            1,
            0x2d703d97645a7da1L,
            """
            {
              "type" : "record",
              "name" : "Debited",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "transfer",
                  "type" : {
                    "type" : "string",
                    "logicalType" : "uuid"
                  }
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

    private static final MessageSchema DEBIT_REFUSED = new MessageSchema(
            "bank.Movement.DebitRefused",
            1,
            0xef7077284da732acL,
            """
            {
              "type" : "record",
              "name" : "DebitRefused",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "transfer",
                  "type" : {
                    "type" : "string",
                    "logicalType" : "uuid"
                  }
                },
                {
                  "name" : "amount",
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

    private static final MessageSchema CREDITED = new MessageSchema(
            "bank.Movement.Credited",
            1,
            0x71591a9f54acc4e8L,
            """
            {
              "type" : "record",
              "name" : "Credited",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "transfer",
                  "type" : {
                    "type" : "string",
                    "logicalType" : "uuid"
                  }
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

    private static final MessageSchema CREDIT_REFUSED = new MessageSchema(
            "bank.Movement.CreditRefused",
            1,
            0x7104461bc19fa7fbL,
            """
            {
              "type" : "record",
              "name" : "CreditRefused",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "transfer",
                  "type" : {
                    "type" : "string",
                    "logicalType" : "uuid"
                  }
                },
                {
                  "name" : "amount",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                },
                {
                  "name" : "limit",
                  "type" : {
                    "type" : "bytes",
                    "logicalType" : "big-decimal"
                  }
                }
              ]
            }
            """);

    private static final MessageSchema REFUNDED = new MessageSchema(
            "bank.Movement.Refunded",
            1,
            0x1afb48bde1d834a5L,
            """
            {
              "type" : "record",
              "name" : "Refunded",
              "namespace" : "bank.Movement",
              "fields" : [
                {
                  "name" : "transfer",
                  "type" : {
                    "type" : "string",
                    "logicalType" : "uuid"
                  }
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
        return "the events of bank.accounts";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(
                DEPOSITED,
                WITHDRAWN,
                INSUFFICIENT_FUNDS,
                DEBITED,
                DEBIT_REFUSED,
                CREDITED,
                CREDIT_REFUSED,
                REFUNDED);
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
        if (message instanceof Movement.Debited debited) {
            writeDebited(out, debited);
            return 3;
        }
        if (message instanceof Movement.DebitRefused debitRefused) {
            writeDebitRefused(out, debitRefused);
            return 4;
        }
        if (message instanceof Movement.Credited credited) {
            writeCredited(out, credited);
            return 5;
        }
        if (message instanceof Movement.CreditRefused creditRefused) {
            writeCreditRefused(out, creditRefused);
            return 6;
        }
        if (message instanceof Movement.Refunded refunded) {
            writeRefunded(out, refunded);
            return 7;
        }
        throw new IllegalArgumentException("Not one of the events of bank.accounts: " + message);
    }

    @Override
    public Movement read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readDeposited(in));
            case 1 -> in.end(readWithdrawn(in));
            case 2 -> in.end(readInsufficientFunds(in));
            case 3 -> in.end(readDebited(in));
            case 4 -> in.end(readDebitRefused(in));
            case 5 -> in.end(readCredited(in));
            case 6 -> in.end(readCreditRefused(in));
            case 7 -> in.end(readRefunded(in));
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
        if (message instanceof Movement.Debited) {
            return DEBITED.name();
        }
        if (message instanceof Movement.DebitRefused) {
            return DEBIT_REFUSED.name();
        }
        if (message instanceof Movement.Credited) {
            return CREDITED.name();
        }
        if (message instanceof Movement.CreditRefused) {
            return CREDIT_REFUSED.name();
        }
        if (message instanceof Movement.Refunded) {
            return REFUNDED.name();
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

    private static void writeDebited(AvroWriter out, Movement.Debited debited) {
        out.writeUuid(debited.transfer());
        out.writeBigDecimal(debited.amount());
    }

    private static Movement.Debited readDebited(AvroReader in) {
        return new Movement.Debited(in.field(0).readUuid(), in.field(1).readBigDecimal());
    }

    private static void writeDebitRefused(AvroWriter out, Movement.DebitRefused debitRefused) {
        out.writeUuid(debitRefused.transfer());
        out.writeBigDecimal(debitRefused.amount());
        out.writeBigDecimal(debitRefused.balance());
    }

    private static Movement.DebitRefused readDebitRefused(AvroReader in) {
        return new Movement.DebitRefused(
                in.field(0).readUuid(),
                in.field(1).readBigDecimal(),
                in.field(2).readBigDecimal());
    }

    private static void writeCredited(AvroWriter out, Movement.Credited credited) {
        out.writeUuid(credited.transfer());
        out.writeBigDecimal(credited.amount());
    }

    private static Movement.Credited readCredited(AvroReader in) {
        return new Movement.Credited(in.field(0).readUuid(), in.field(1).readBigDecimal());
    }

    private static void writeCreditRefused(AvroWriter out, Movement.CreditRefused creditRefused) {
        out.writeUuid(creditRefused.transfer());
        out.writeBigDecimal(creditRefused.amount());
        out.writeBigDecimal(creditRefused.limit());
    }

    private static Movement.CreditRefused readCreditRefused(AvroReader in) {
        return new Movement.CreditRefused(
                in.field(0).readUuid(),
                in.field(1).readBigDecimal(),
                in.field(2).readBigDecimal());
    }

    private static void writeRefunded(AvroWriter out, Movement.Refunded refunded) {
        out.writeUuid(refunded.transfer());
        out.writeBigDecimal(refunded.amount());
    }

    private static Movement.Refunded readRefunded(AvroReader in) {
        return new Movement.Refunded(in.field(0).readUuid(), in.field(1).readBigDecimal());
    }
}
