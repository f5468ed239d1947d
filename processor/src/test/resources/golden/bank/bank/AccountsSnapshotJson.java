package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of bank.accounts as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsSnapshotJson {

    private AccountsSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Account account) throws IOException {
        out.writeNumberField("balance", account.balance());
    }

    static Account read(JsonValue in) {
        JsonObject fields = in.asObject("balance");
        return in.construct(() -> new Account(fields.required("balance", JsonValue::asBigDecimal)));
    }
}
