package shop.stock;

import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import javax.annotation.processing.Generated;

/** Reads the commands of shop from JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class ShopCommandJson {

    private static final String[] TYPES = {"Take", "ChangePicture"};

    private ShopCommandJson() {}

    static Article.Command read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Take" -> readTake(in);
            case "ChangePicture" -> readChangePicture(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static Article.Command.Take readTake(JsonValue in) {
        JsonObject fields = in.asObject("_type", "number", "count", "price");
        return in.construct(() -> new Article.Command.Take(
                fields.required("number", JsonValue::asInt),
                fields.required("count", JsonValue::asInt),
                fields.required("price", ShopValueJson::readMoney)));
    }

    private static Article.Command.ChangePicture readChangePicture(JsonValue in) {
        JsonObject fields = in.asObject("_type", "number", "picture");
        return in.construct(() -> new Article.Command.ChangePicture(
                fields.required("number", JsonValue::asInt),
                fields.required("picture", JsonValue::asBytes)));
    }
}
