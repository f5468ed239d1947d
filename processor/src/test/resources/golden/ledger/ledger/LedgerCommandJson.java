package ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Reads the commands of ledger from JSON, and writes them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerCommandJson {

    private static final String[] TYPES = {"Book"};

    private LedgerCommandJson() {}

    static Request read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Book" -> readBook(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static Request.Book readBook(JsonValue in) {
        JsonObject fields = in.asObject("_type", "ledger", "cents");
        return in.construct(() -> new Request.Book(
                fields.required("ledger", JsonValue::asString),
                fields.required("cents", JsonValue::asLong)));
    }

    static void write(JsonGenerator out, Request command) throws IOException {
        out.writeStartObject();
        if (command instanceof Request.Book book) {
            out.writeStringField("_type", "Book");
            out.writeStringField("ledger", book.ledger());
            out.writeNumberField("cents", book.cents());
        } else {
            throw new IllegalArgumentException("Not a command for callers: " + command);
        }
        out.writeEndObject();
    }
}
