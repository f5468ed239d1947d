package ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of ledger as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerSnapshotJson {

    private LedgerSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Ledger ledger) throws IOException {
        out.writeNumberField("cents", ledger.cents());
    }

    static Ledger read(JsonValue in) {
        JsonObject fields = in.asObject("cents");
        return in.construct(() -> new Ledger(fields.required("cents", JsonValue::asLong)));
    }
}
