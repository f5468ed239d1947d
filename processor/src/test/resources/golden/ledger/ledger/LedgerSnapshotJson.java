package ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of ledger as JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerSnapshotJson {

    private LedgerSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Ledger ledger) throws IOException {
        out.writeNumberField("cents", ledger.cents());
    }
}
