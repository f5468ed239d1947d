package shop.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import dev.annals.json.JsonWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;
import shop.Money;

/** Reads and writes the values in messages of shop.orders as JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OrdersValueJson {

    private static final Money.Currency[] CURRENCY = Money.Currency.values();

    private OrdersValueJson() {}

    static Money.Currency readCurrency(JsonValue in) {
        return in.asEnum(CURRENCY);
    }

    static OrderId readOrderId(JsonValue in) {
        return in.construct(() -> new OrderId(in.asUuid()));
    }

    static void writeOrderId(JsonGenerator out, OrderId orderId) throws IOException {
        JsonWriter.writeText(out, orderId.value());
    }

    static OrderCommand.Line readLine(JsonValue in) {
        JsonObject fields = in.asObject("article", "count", "price", "options");
        return in.construct(() -> new OrderCommand.Line(
                fields.required("article", JsonValue::asString),
                fields.required("count", JsonValue::asInt),
                fields.required("price", OrdersValueJson::readMoney),
                fields.required("options", value1 -> value1.asMap(value2 -> value2.asNullable(JsonValue::asString)))));
    }

    static void writeLine(JsonGenerator out, OrderCommand.Line line) throws IOException {
        out.writeStartObject();
        out.writeStringField("article", line.article());
        out.writeNumberField("count", line.count());
        out.writeFieldName("price");
        writeMoney(out, line.price());
        out.writeFieldName("options");
        JsonWriter.writeMap(out, line.options(),
                (out1, value1) -> JsonWriter.writeNullable(out1, value1, JsonGenerator::writeString));
        out.writeEndObject();
    }

    static Money readMoney(JsonValue in) {
        JsonObject fields = in.asObject("amount", "currency");
        return in.construct(() -> new Money(
                fields.required("amount", JsonValue::asBigDecimal),
                fields.required("currency", OrdersValueJson::readCurrency)));
    }

    static void writeMoney(JsonGenerator out, Money money) throws IOException {
        out.writeStartObject();
        out.writeNumberField("amount", money.amount());
        out.writeFieldName("currency");
        JsonWriter.writeEnum(out, money.currency());
        out.writeEndObject();
    }

    static Everything readEverything(JsonValue in) {
        JsonObject fields = in.asObject("scalars", "boxes", "collections", "tree", "label");
        return in.construct(() -> new Everything(
                fields.required("scalars", OrdersValueJson::readScalars),
                fields.required("boxes", OrdersValueJson::readBoxes),
                fields.required("collections", OrdersValueJson::readCollections),
                fields.required("tree", OrdersValueJson::readTree),
                fields.required("label", OrdersValueJson::readLabel)));
    }

    static void writeEverything(JsonGenerator out, Everything everything) throws IOException {
        out.writeStartObject();
        out.writeFieldName("scalars");
        writeScalars(out, everything.scalars());
        out.writeFieldName("boxes");
        writeBoxes(out, everything.boxes());
        out.writeFieldName("collections");
        writeCollections(out, everything.collections());
        out.writeFieldName("tree");
        writeTree(out, everything.tree());
        out.writeFieldName("label");
        writeLabel(out, everything.label());
        out.writeEndObject();
    }

    static Everything.Scalars readScalars(JsonValue in) {
        JsonObject fields = in.asObject("aBoolean", "aByte", "aShort", "anInt", "aLong", "aFloat", "aDouble", "text",
                "decimal", "uuid", "instant", "date", "time", "dateTime", "currency");
        return in.construct(() -> new Everything.Scalars(
                fields.required("aBoolean", JsonValue::asBoolean),
                fields.required("aByte", JsonValue::asByte),
                fields.required("aShort", JsonValue::asShort),
                fields.required("anInt", JsonValue::asInt),
                fields.required("aLong", JsonValue::asLong),
                fields.required("aFloat", JsonValue::asFloat),
                fields.required("aDouble", JsonValue::asDouble),
                fields.required("text", JsonValue::asString),
                fields.required("decimal", JsonValue::asBigDecimal),
                fields.required("uuid", JsonValue::asUuid),
                fields.required("instant", JsonValue::asInstant),
                fields.required("date", JsonValue::asLocalDate),
                fields.required("time", JsonValue::asLocalTime),
                fields.required("dateTime", JsonValue::asLocalDateTime),
                fields.required("currency", OrdersValueJson::readCurrency)));
    }

    static void writeScalars(JsonGenerator out, Everything.Scalars scalars) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("aBoolean", scalars.aBoolean());
        out.writeNumberField("aByte", scalars.aByte());
        out.writeNumberField("aShort", scalars.aShort());
        out.writeNumberField("anInt", scalars.anInt());
        out.writeNumberField("aLong", scalars.aLong());
        out.writeNumberField("aFloat", scalars.aFloat());
        out.writeNumberField("aDouble", scalars.aDouble());
        out.writeStringField("text", scalars.text());
        out.writeNumberField("decimal", scalars.decimal());
        out.writeFieldName("uuid");
        JsonWriter.writeText(out, scalars.uuid());
        out.writeFieldName("instant");
        JsonWriter.writeText(out, scalars.instant());
        out.writeFieldName("date");
        JsonWriter.writeText(out, scalars.date());
        out.writeFieldName("time");
        JsonWriter.writeText(out, scalars.time());
        out.writeFieldName("dateTime");
        JsonWriter.writeText(out, scalars.dateTime());
        out.writeFieldName("currency");
        JsonWriter.writeEnum(out, scalars.currency());
        out.writeEndObject();
    }

    static Everything.Boxes readBoxes(JsonValue in) {
        JsonObject fields = in.asObject("aBoolean", "aByte", "aShort", "anInt", "aLong", "aFloat", "aDouble",
                "nullableInt", "nullableText", "nullableMoney", "nullableCurrency", "nullableLabel", "nullableList",
                "optionalLong", "optionalMoney", "optionalList");
        return in.construct(() -> new Everything.Boxes(
                fields.required("aBoolean", JsonValue::asBoolean),
                fields.required("aByte", JsonValue::asByte),
                fields.required("aShort", JsonValue::asShort),
                fields.required("anInt", JsonValue::asInt),
                fields.required("aLong", JsonValue::asLong),
                fields.required("aFloat", JsonValue::asFloat),
                fields.required("aDouble", JsonValue::asDouble),
                fields.nullable("nullableInt", JsonValue::asInt),
                fields.nullable("nullableText", JsonValue::asString),
                fields.nullable("nullableMoney", OrdersValueJson::readMoney),
                fields.nullable("nullableCurrency", OrdersValueJson::readCurrency),
                fields.nullable("nullableLabel", OrdersValueJson::readLabel),
                fields.nullable("nullableList", value1 -> value1.asList(JsonValue::asString)),
                fields.optional("optionalLong", JsonValue::asLong),
                fields.optional("optionalMoney", OrdersValueJson::readMoney),
                fields.optional("optionalList", value1 -> value1.asList(OrdersValueJson::readLabel))));
    }

    static void writeBoxes(JsonGenerator out, Everything.Boxes boxes) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("aBoolean", boxes.aBoolean());
        out.writeNumberField("aByte", boxes.aByte());
        out.writeNumberField("aShort", boxes.aShort());
        out.writeNumberField("anInt", boxes.anInt());
        out.writeNumberField("aLong", boxes.aLong());
        out.writeNumberField("aFloat", boxes.aFloat());
        out.writeNumberField("aDouble", boxes.aDouble());
        out.writeFieldName("nullableInt");
        JsonWriter.writeNullable(out, boxes.nullableInt(), JsonGenerator::writeNumber);
        out.writeFieldName("nullableText");
        JsonWriter.writeNullable(out, boxes.nullableText(), JsonGenerator::writeString);
        out.writeFieldName("nullableMoney");
        JsonWriter.writeNullable(out, boxes.nullableMoney(), OrdersValueJson::writeMoney);
        out.writeFieldName("nullableCurrency");
        JsonWriter.writeNullable(out, boxes.nullableCurrency(), JsonWriter::writeEnum);
        out.writeFieldName("nullableLabel");
        JsonWriter.writeNullable(out, boxes.nullableLabel(), OrdersValueJson::writeLabel);
        out.writeFieldName("nullableList");
        JsonWriter.writeNullable(out, boxes.nullableList(),
                (out1, value1) -> JsonWriter.writeList(out1, value1, JsonGenerator::writeString));
        out.writeFieldName("optionalLong");
        JsonWriter.writeOptional(out, boxes.optionalLong(), JsonGenerator::writeNumber);
        out.writeFieldName("optionalMoney");
        JsonWriter.writeOptional(out, boxes.optionalMoney(), OrdersValueJson::writeMoney);
        out.writeFieldName("optionalList");
        JsonWriter.writeOptional(out, boxes.optionalList(),
                (out1, value1) -> JsonWriter.writeList(out1, value1, OrdersValueJson::writeLabel));
        out.writeEndObject();
    }

    static Everything.Label readLabel(JsonValue in) {
        return in.construct(() -> new Everything.Label(in.asString()));
    }

    static void writeLabel(JsonGenerator out, Everything.Label label) throws IOException {
        out.writeString(label.text());
    }

    static Everything.Collections readCollections(JsonValue in) {
        JsonObject fields = in.asObject("texts", "shorts", "currencies", "uuids", "prices", "optionals", "nullables",
                "lists", "maps", "decimals");
        return in.construct(() -> new Everything.Collections(
                fields.required("texts", value1 -> value1.asList(JsonValue::asString)),
                fields.required("shorts", value1 -> value1.asList(JsonValue::asShort)),
                fields.required("currencies", value1 -> value1.asSet(OrdersValueJson::readCurrency)),
                fields.required("uuids", value1 -> value1.asSet(JsonValue::asUuid)),
                fields.required("prices", value1 -> value1.asMap(OrdersValueJson::readMoney)),
                fields.required("optionals",
                        value1 -> value1.asList(value2 -> value2.asOptional(OrdersValueJson::readMoney))),
                fields.required("nullables", value1 -> value1.asList(value2 -> value2.asNullable(JsonValue::asString))),
                fields.required("lists", value1 -> value1.asList(value2 -> value2.asList(OrdersValueJson::readLabel))),
                fields.required("maps",
                        value1 ->
                                value1.asMap(value2 ->
                                        value2.asList(value3 -> value3.asOptional(JsonValue::asInstant)))),
                fields.required("decimals", value1 -> value1.asMap(value2 -> value2.asMap(JsonValue::asBigDecimal)))));
    }

    static void writeCollections(JsonGenerator out, Everything.Collections collections) throws IOException {
        out.writeStartObject();
        out.writeFieldName("texts");
        JsonWriter.writeList(out, collections.texts(), JsonGenerator::writeString);
        out.writeFieldName("shorts");
        JsonWriter.writeList(out, collections.shorts(), JsonGenerator::writeNumber);
        out.writeFieldName("currencies");
        JsonWriter.writeList(out, collections.currencies(), JsonWriter::writeEnum);
        out.writeFieldName("uuids");
        JsonWriter.writeList(out, collections.uuids(), JsonWriter::writeText);
        out.writeFieldName("prices");
        JsonWriter.writeMap(out, collections.prices(), OrdersValueJson::writeMoney);
        out.writeFieldName("optionals");
        JsonWriter.writeList(out, collections.optionals(),
                (out1, value1) -> JsonWriter.writeOptional(out1, value1, OrdersValueJson::writeMoney));
        out.writeFieldName("nullables");
        JsonWriter.writeList(out, collections.nullables(),
                (out1, value1) -> JsonWriter.writeNullable(out1, value1, JsonGenerator::writeString));
        out.writeFieldName("lists");
        JsonWriter.writeList(out, collections.lists(),
                (out1, value1) -> JsonWriter.writeList(out1, value1, OrdersValueJson::writeLabel));
        out.writeFieldName("maps");
        JsonWriter.writeMap(out, collections.maps(),
                (out1, value1) -> JsonWriter.writeList(out1, value1,
                        (out2, value2) -> JsonWriter.writeOptional(out2, value2, JsonWriter::writeText)));
        out.writeFieldName("decimals");
        JsonWriter.writeMap(out, collections.decimals(),
                (out1, value1) -> JsonWriter.writeMap(out1, value1, JsonGenerator::writeNumber));
        out.writeEndObject();
    }

    static Everything.Tree readTree(JsonValue in) {
        JsonObject fields = in.asObject("name", "children", "other", "parent");
        return in.construct(() -> new Everything.Tree(
                fields.required("name", JsonValue::asString),
                fields.required("children", value1 -> value1.asList(OrdersValueJson::readTree)),
                fields.optional("other", OrdersValueJson::readTree),
                fields.nullable("parent", OrdersValueJson::readTree)));
    }

    static void writeTree(JsonGenerator out, Everything.Tree tree) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", tree.name());
        out.writeFieldName("children");
        JsonWriter.writeList(out, tree.children(), OrdersValueJson::writeTree);
        out.writeFieldName("other");
        JsonWriter.writeOptional(out, tree.other(), OrdersValueJson::writeTree);
        out.writeFieldName("parent");
        JsonWriter.writeNullable(out, tree.parent(), OrdersValueJson::writeTree);
        out.writeEndObject();
    }
}
