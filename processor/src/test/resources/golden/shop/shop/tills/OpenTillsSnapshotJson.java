package shop.tills;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of shop.open-tills as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OpenTillsSnapshotJson {

    private OpenTillsSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Till till) throws IOException {}

    static Till read(JsonValue in) {
        in.asObject();
        return in.construct(Till::new);
    }
}
