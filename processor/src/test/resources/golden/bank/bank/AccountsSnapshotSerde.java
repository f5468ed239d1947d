package bank;

import dev.annals.serde.AvroReader;
import dev.annals.serde.AvroWriter;
import dev.annals.serde.MessageSchema;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.SingleObject;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the snapshots of bank.accounts as Avro single objects: each with the schema that stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsSnapshotSerde implements MessageSerde<Account> {

    private static final MessageSchema ACCOUNT = new MessageSchema(
            "bank.Account",
            0xd5430bd35518f91bL,
            """
            {
              "type" : "record",
              "name" : "Account",
              "namespace" : "bank",
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
    public byte[] write(Account message) {
        AvroWriter out = SingleObject.start(ACCOUNT.fingerprint());
        writeAccount(out, message);
        return out.toByteArray();
    }

    @Override
    public Account read(byte[] bytes) {
        long fingerprint = SingleObject.fingerprint(bytes);
        AvroReader in = SingleObject.body(bytes);
        if (fingerprint == ACCOUNT.fingerprint()) {
            return in.end(readAccount(in));
        }
        throw SingleObject.unknown(fingerprint, "the snapshots of bank.accounts");
    }

    @Override
    public String typeName(Account message) {
        return ACCOUNT.name();
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(ACCOUNT);
    }

    private static void writeAccount(AvroWriter out, Account account) {
        out.writeBigDecimal(account.balance());
    }

    private static Account readAccount(AvroReader in) {
        return new Account(in.readBigDecimal());
    }
}
