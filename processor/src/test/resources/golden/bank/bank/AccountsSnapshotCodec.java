package bank;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the snapshots of bank.accounts in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsSnapshotCodec implements MessageCodec<Account> {

    private static final MessageSchema ACCOUNT = new MessageSchema(
            "bank.Account",
            1,
            0xd5430bd35518f91bL,
            """
            {
              "type" : "record",
              "name" : "Account",
              "namespace" : "bank",
              "doc" : "An account: its state, what it decides, and how it changes.",
              "fields" : [
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
        return "the snapshots of bank.accounts";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(ACCOUNT);
    }

    @Override
    public int write(AvroWriter out, Account message) {
        writeAccount(out, message);
        return 0;
    }

    @Override
    public Account read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readAccount(in));
            default -> throw new IllegalArgumentException("No schema of the snapshots of bank.accounts: " + schema);
        };
    }

    @Override
    public String typeName(Account message) {
        return ACCOUNT.name();
    }

    private static void writeAccount(AvroWriter out, Account account) {
        out.writeBigDecimal(account.balance());
    }

    private static Account readAccount(AvroReader in) {
        return new Account(in.field(0).readBigDecimal());
    }
}
