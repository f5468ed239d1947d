package shop.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import dev.annals.json.JsonWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the events of shop.orders as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OrdersEventJson {

    private static final String[] TYPES = {"OrderPlaced", "LineAdded", "EverythingRecorded", "OrderCancelled",
            "OrderShipped", "TooManyLines", "AlreadyRated", "OrderRated"};

    private OrdersEventJson() {}

    static void write(JsonGenerator out, OrderEvent event) throws IOException {
        out.writeStartObject();
        writeFields(out, event);
        out.writeEndObject();
    }

    /** The type and the fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, OrderEvent event) throws IOException {
        if (event instanceof OrderEvent.OrderPlaced orderPlaced) {
            writeOrderPlaced(out, orderPlaced);
        } else if (event instanceof OrderEvent.LineAdded lineAdded) {
            writeLineAdded(out, lineAdded);
        } else if (event instanceof OrderEvent.EverythingRecorded everythingRecorded) {
            writeEverythingRecorded(out, everythingRecorded);
        } else if (event instanceof OrderEvent.OrderCancelled orderCancelled) {
            writeOrderCancelled(out, orderCancelled);
        } else if (event instanceof OrderEvent.OrderShipped orderShipped) {
            writeOrderShipped(out, orderShipped);
        } else if (event instanceof OrderEvent.TooManyLines tooManyLines) {
            writeTooManyLines(out, tooManyLines);
        } else if (event instanceof OrderEvent.AlreadyRated alreadyRated) {
            writeAlreadyRated(out, alreadyRated);
        } else if (event instanceof OrderEvent.OrderRated orderRated) {
            writeOrderRated(out, orderRated);
        }
    }

    private static void writeOrderPlaced(JsonGenerator out, OrderEvent.OrderPlaced orderPlaced) throws IOException {
        out.writeStringField("_type", "OrderPlaced");
        out.writeStringField("customer", orderPlaced.customer());
        out.writeFieldName("lines");
        JsonWriter.writeList(out, orderPlaced.lines(), OrdersValueJson::writeLine);
        out.writeFieldName("note");
        JsonWriter.writeOptional(out, orderPlaced.note(), JsonGenerator::writeString);
        out.writeFieldName("receipt");
        JsonWriter.writeText(out, orderPlaced.receipt());
    }

    private static void writeLineAdded(JsonGenerator out, OrderEvent.LineAdded lineAdded) throws IOException {
        out.writeStringField("_type", "LineAdded");
        out.writeFieldName("line");
        OrdersValueJson.writeLine(out, lineAdded.line());
    }

    private static void writeEverythingRecorded(JsonGenerator out, OrderEvent.EverythingRecorded everythingRecorded)
            throws IOException {
        out.writeStringField("_type", "EverythingRecorded");
        out.writeFieldName("everything");
        OrdersValueJson.writeEverything(out, everythingRecorded.everything());
    }

    private static void writeOrderCancelled(JsonGenerator out, OrderEvent.OrderCancelled orderCancelled)
            throws IOException {
        out.writeStringField("_type", "OrderCancelled");
        out.writeFieldName("reason");
        JsonWriter.writeNullable(out, orderCancelled.reason(), JsonGenerator::writeString);
    }

    private static void writeOrderShipped(JsonGenerator out, OrderEvent.OrderShipped orderShipped) throws IOException {
        out.writeStringField("_type", "OrderShipped");
    }

    private static void writeTooManyLines(JsonGenerator out, OrderEvent.TooManyLines tooManyLines) throws IOException {
        out.writeStringField("_type", "TooManyLines");
        out.writeNumberField("lines", tooManyLines.lines());
        out.writeNumberField("most", tooManyLines.most());
        out.writeBooleanField("_isError", true);
    }

    private static void writeAlreadyRated(JsonGenerator out, OrderEvent.AlreadyRated alreadyRated) throws IOException {
        out.writeStringField("_type", "AlreadyRated");
        out.writeBooleanField("_isError", true);
    }

    private static void writeOrderRated(JsonGenerator out, OrderEvent.OrderRated orderRated) throws IOException {
        out.writeStringField("_type", "OrderRated");
        out.writeNumberField("stars", orderRated.stars());
    }

    static OrderEvent read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "OrderPlaced" -> readOrderPlaced(in);
            case "LineAdded" -> readLineAdded(in);
            case "EverythingRecorded" -> readEverythingRecorded(in);
            case "OrderCancelled" -> readOrderCancelled(in);
            case "OrderShipped" -> readOrderShipped(in);
            case "TooManyLines" -> readTooManyLines(in);
            case "AlreadyRated" -> readAlreadyRated(in);
            case "OrderRated" -> readOrderRated(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static OrderEvent.OrderPlaced readOrderPlaced(JsonValue in) {
        JsonObject fields = in.asObject("_type", "customer", "lines", "note", "receipt");
        return in.construct(() -> new OrderEvent.OrderPlaced(
                fields.required("customer", JsonValue::asString),
                fields.required("lines", value1 -> value1.asList(OrdersValueJson::readLine)),
                fields.optional("note", JsonValue::asString),
                fields.required("receipt", JsonValue::asUuid)));
    }

    private static OrderEvent.LineAdded readLineAdded(JsonValue in) {
        JsonObject fields = in.asObject("_type", "line");
        return in.construct(() -> new OrderEvent.LineAdded(fields.required("line", OrdersValueJson::readLine)));
    }

    private static OrderEvent.EverythingRecorded readEverythingRecorded(JsonValue in) {
        JsonObject fields = in.asObject("_type", "everything");
        return in.construct(() -> new OrderEvent.EverythingRecorded(fields.required("everything",
                OrdersValueJson::readEverything)));
    }

    private static OrderEvent.OrderCancelled readOrderCancelled(JsonValue in) {
        JsonObject fields = in.asObject("_type", "reason");
        return in.construct(() -> new OrderEvent.OrderCancelled(fields.nullable("reason", JsonValue::asString)));
    }

    private static OrderEvent.OrderShipped readOrderShipped(JsonValue in) {
        in.asObject("_type");
        return in.construct(OrderEvent.OrderShipped::new);
    }

    private static OrderEvent.TooManyLines readTooManyLines(JsonValue in) {
        JsonObject fields = in.asObject("_type", "lines", "most");
        return in.construct(() -> new OrderEvent.TooManyLines(
                fields.required("lines", JsonValue::asInt),
                fields.required("most", JsonValue::asInt)));
    }

    private static OrderEvent.AlreadyRated readAlreadyRated(JsonValue in) {
        in.asObject("_type");
        return in.construct(OrderEvent.AlreadyRated::new);
    }

    private static OrderEvent.OrderRated readOrderRated(JsonValue in) {
        JsonObject fields = in.asObject("_type", "stars");
        return in.construct(() -> new OrderEvent.OrderRated(fields.required("stars", JsonValue::asInt)));
    }
}
