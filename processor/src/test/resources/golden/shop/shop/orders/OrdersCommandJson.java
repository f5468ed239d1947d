package shop.orders;

import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import javax.annotation.processing.Generated;

/** Reads the commands of shop.orders from JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OrdersCommandJson {

    private static final String[] TYPES = {"PlaceOrder", "AddLines", "CancelOrder", "ShipOrder", "RateOrder",
            "PauseOrder", "RecordEverything"};

    private OrdersCommandJson() {}

    static OrderCommand read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "PlaceOrder" -> readPlaceOrder(in);
            case "AddLines" -> readAddLines(in);
            case "CancelOrder" -> readCancelOrder(in);
            case "ShipOrder" -> readShipOrder(in);
            case "RateOrder" -> readRateOrder(in);
            case "PauseOrder" -> readPauseOrder(in);
            case "RecordEverything" -> readRecordEverything(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static OrderCommand.PlaceOrder readPlaceOrder(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order", "customer", "lines", "note");
        return in.construct(() -> new OrderCommand.PlaceOrder(
                fields.required("order", OrdersValueJson::readOrderId),
                fields.required("customer", JsonValue::asString),
                fields.required("lines", value1 -> value1.asList(OrdersValueJson::readLine)),
                fields.optional("note", JsonValue::asString)));
    }

    private static OrderCommand.AddLines readAddLines(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order", "lines");
        return in.construct(() -> new OrderCommand.AddLines(
                fields.required("order", OrdersValueJson::readOrderId),
                fields.required("lines", value1 -> value1.asList(OrdersValueJson::readLine))));
    }

    private static OrderCommand.CancelOrder readCancelOrder(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order", "reason");
        return in.construct(() -> new OrderCommand.CancelOrder(
                fields.required("order", OrdersValueJson::readOrderId),
                fields.nullable("reason", JsonValue::asString)));
    }

    private static OrderCommand.ShipOrder readShipOrder(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order");
        return in.construct(() -> new OrderCommand.ShipOrder(fields.required("order", OrdersValueJson::readOrderId)));
    }

    private static OrderCommand.RateOrder readRateOrder(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order", "stars");
        return in.construct(() -> new OrderCommand.RateOrder(
                fields.required("order", OrdersValueJson::readOrderId),
                fields.required("stars", JsonValue::asInt)));
    }

    private static OrderCommand.PauseOrder readPauseOrder(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order");
        return in.construct(() -> new OrderCommand.PauseOrder(fields.required("order", OrdersValueJson::readOrderId)));
    }

    private static OrderCommand.RecordEverything readRecordEverything(JsonValue in) {
        JsonObject fields = in.asObject("_type", "order", "everything");
        return in.construct(() -> new OrderCommand.RecordEverything(
                fields.required("order", OrdersValueJson::readOrderId),
                fields.required("everything", OrdersValueJson::readEverything)));
    }
}
