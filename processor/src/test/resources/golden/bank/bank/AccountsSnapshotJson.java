package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of bank.accounts as JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsSnapshotJson {

    private AccountsSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Account account) throws IOException {
        out.writeNumberField("balance", account.balance());
    }
}
