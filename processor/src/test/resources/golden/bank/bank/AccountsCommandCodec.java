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

    private static final MessageSchema DEBIT = new MessageSchema(
            "bank.Operation.Debit",
            1,
            0xd9922595f418ee56L,
            """
            {
              "type" : "record",
              "name" : "Debit",
              "namespace" : "bank.Operation",
              "doc" : "Takes what a transfer brings elsewhere.",
              "fields" : [
                {
                  "name" : "account",
                  "type" : "string"
                },
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

    private static final MessageSchema CREDIT = new MessageSchema(
            "bank.Operation.Credit",
            1,
            0x4b12a0f18056e022L,
            """
            {
              "type" : "record",
              "name" : "Credit",
              "namespace" : "bank.Operation",
              "doc" : "Adds what a transfer brings.",
              "fields" : [
                {
                  "name" : "account",
                  "type" : "string"
                },
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

    private static final MessageSchema REFUND = new MessageSchema(
            "bank.Operation.Refund",
            1,
            0x9af022349e868ae6L,
            """
            {
              "type" : "record",
              "name" : "Refund",
              "namespace" : "bank.Operation",
              "doc" : "Gives back what a transfer took and could not bring.",
              "fields" : [
                {
                  "name" : "account",
                  "type" : "string"
                },
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
        return "the commands of bank.accounts";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(DEPOSIT, WITHDRAW, DEBIT, CREDIT, REFUND);
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
        if (message instanceof Operation.Debit debit) {
            writeDebit(out, debit);
            return 2;
        }
        if (message instanceof Operation.Credit credit) {
            writeCredit(out, credit);
            return 3;
        }
        if (message instanceof Operation.Refund refund) {
            writeRefund(out, refund);
            return 4;
        }
        throw new IllegalArgumentException("Not one of the commands of bank.accounts: " + message);
    }

    @Override
    public Operation read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readDeposit(in));
            case 1 -> in.end(readWithdraw(in));
            case 2 -> in.end(readDebit(in));
            case 3 -> in.end(readCredit(in));
            case 4 -> in.end(readRefund(in));
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
        if (message instanceof Operation.Debit) {
            return DEBIT.name();
        }
        if (message instanceof Operation.Credit) {
            return CREDIT.name();
        }
        if (message instanceof Operation.Refund) {
            return REFUND.name();
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

    private static void writeDebit(AvroWriter out, Operation.Debit debit) {
        out.writeString(debit.account());
        out.writeUuid(debit.transfer());
        out.writeBigDecimal(debit.amount());
    }

    private static Operation.Debit readDebit(AvroReader in) {
        return new Operation.Debit(
                in.field(0).readString(),
                in.field(1).readUuid(),
                in.field(2).readBigDecimal());
    }

    private static void writeCredit(AvroWriter out, Operation.Credit credit) {
        out.writeString(credit.account());
        out.writeUuid(credit.transfer());
        out.writeBigDecimal(credit.amount());
    }

    private static Operation.Credit readCredit(AvroReader in) {
        return new Operation.Credit(
                in.field(0).readString(),
                in.field(1).readUuid(),
                in.field(2).readBigDecimal());
    }

    private static void writeRefund(AvroWriter out, Operation.Refund refund) {
        out.writeString(refund.account());
        out.writeUuid(refund.transfer());
        out.writeBigDecimal(refund.amount());
    }

    private static Operation.Refund readRefund(AvroReader in) {
        return new Operation.Refund(
                in.field(0).readString(),
                in.field(1).readUuid(),
                in.field(2).readBigDecimal());
    }
}
