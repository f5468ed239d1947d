package shop.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import dev.annals.json.JsonWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Reads the commands of shop.orders from JSON, and writes them for clients. */
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

    static void write(JsonGenerator out, OrderCommand command) throws IOException {
        out.writeStartObject();
        if (command instanceof OrderCommand.PlaceOrder placeOrder) {
            out.writeStringField("_type", "PlaceOrder");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, placeOrder.order());
            out.writeStringField("customer", placeOrder.customer());
            out.writeFieldName("lines");
            JsonWriter.writeList(out, placeOrder.lines(), OrdersValueJson::writeLine);
            out.writeFieldName("note");
            JsonWriter.writeOptional(out, placeOrder.note(), JsonGenerator::writeString);
        } else if (command instanceof OrderCommand.AddLines addLines) {
            out.writeStringField("_type", "AddLines");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, addLines.order());
            out.writeFieldName("lines");
            JsonWriter.writeList(out, addLines.lines(), OrdersValueJson::writeLine);
        } else if (command instanceof OrderCommand.CancelOrder cancelOrder) {
            out.writeStringField("_type", "CancelOrder");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, cancelOrder.order());
            out.writeFieldName("reason");
            JsonWriter.writeNullable(out, cancelOrder.reason(), JsonGenerator::writeString);
        } else if (command instanceof OrderCommand.ShipOrder shipOrder) {
            out.writeStringField("_type", "ShipOrder");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, shipOrder.order());
        } else if (command instanceof OrderCommand.RateOrder rateOrder) {
            out.writeStringField("_type", "RateOrder");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, rateOrder.order());
            out.writeNumberField("stars", rateOrder.stars());
        } else if (command instanceof OrderCommand.PauseOrder pauseOrder) {
            out.writeStringField("_type", "PauseOrder");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, pauseOrder.order());
        } else if (command instanceof OrderCommand.RecordEverything recordEverything) {
            out.writeStringField("_type", "RecordEverything");
            out.writeFieldName("order");
            OrdersValueJson.writeOrderId(out, recordEverything.order());
            out.writeFieldName("everything");
            OrdersValueJson.writeEverything(out, recordEverything.everything());
        } else {
            throw new IllegalArgumentException("Not a command for callers: " + command);
        }
        out.writeEndObject();
    }
}
