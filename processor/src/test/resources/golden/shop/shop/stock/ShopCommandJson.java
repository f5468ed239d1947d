package shop.stock;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Reads the commands of shop from JSON, and writes them for clients. */
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

    static void write(JsonGenerator out, Article.Command command) throws IOException {
        out.writeStartObject();
        if (command instanceof Article.Command.Take take) {
            out.writeStringField("_type", "Take");
            out.writeNumberField("number", take.number());
            out.writeNumberField("count", take.count());
            out.writeFieldName("price");
            ShopValueJson.writeMoney(out, take.price());
        } else if (command instanceof Article.Command.ChangePicture changePicture) {
            out.writeStringField("_type", "ChangePicture");
            out.writeNumberField("number", changePicture.number());
            out.writeBinaryField("picture", changePicture.picture());
        } else {
            throw new IllegalArgumentException("Not a command for callers: " + command);
        }
        out.writeEndObject();
    }
}
