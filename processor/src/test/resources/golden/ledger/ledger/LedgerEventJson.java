package ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the events of ledger as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerEventJson {

    private static final String[] TYPES = {"Booked", "Closed", "Unrecognized"};

    private LedgerEventJson() {}

    static void write(JsonGenerator out, Entry event) throws IOException {
        out.writeStartObject();
        writeFields(out, event);
        out.writeEndObject();
    }

    /** The type and the fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Entry event) throws IOException {
        if (event instanceof Entry.Booked booked) {
            writeBooked(out, booked);
        } else if (event instanceof Entry.Closed closed) {
            writeClosed(out, closed);
        } else if (event instanceof Entry.Unrecognized unrecognized) {
            writeUnrecognized(out, unrecognized);
        }
    }

    private static void writeBooked(JsonGenerator out, Entry.Booked booked) throws IOException {
        out.writeStringField("_type", "Booked");
        out.writeStringField("text", booked.text());
        out.writeNumberField("cents", booked.cents());
    }

    private static void writeClosed(JsonGenerator out, Entry.Closed closed) throws IOException {
        out.writeStringField("_type", "Closed");
        out.writeStringField("reason", closed.reason());
    }

    private static void writeUnrecognized(JsonGenerator out, Entry.Unrecognized unrecognized) throws IOException {
        out.writeStringField("_type", "Unrecognized");
        out.writeNumberField("fingerprint", unrecognized.fingerprint());
        out.writeStringField("name", unrecognized.name());
        out.writeBinaryField("bytes", unrecognized.bytes());
    }

    static Entry read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Booked" -> readBooked(in);
            case "Closed" -> readClosed(in);
            case "Unrecognized" -> readUnrecognized(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static Entry.Booked readBooked(JsonValue in) {
        JsonObject fields = in.asObject("_type", "text", "cents");
        return in.construct(() -> new Entry.Booked(
                fields.required("text", JsonValue::asString),
                fields.required("cents", JsonValue::asLong)));
    }

    private static Entry.Closed readClosed(JsonValue in) {
        JsonObject fields = in.asObject("_type", "reason");
        return in.construct(() -> new Entry.Closed(fields.required("reason", JsonValue::asString)));
    }

    private static Entry.Unrecognized readUnrecognized(JsonValue in) {
        JsonObject fields = in.asObject("_type", "fingerprint", "name", "bytes");
        return in.construct(() -> new Entry.Unrecognized(
                fields.required("fingerprint", JsonValue::asLong),
                fields.required("name", JsonValue::asString),
                fields.required("bytes", JsonValue::asBytes)));
    }
}
