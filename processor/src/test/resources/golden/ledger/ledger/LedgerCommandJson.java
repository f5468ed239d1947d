package ledger;

import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import javax.annotation.processing.Generated;

/** Reads the commands of ledger from JSON. */
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
}
