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

    private static final Everything.Size[] SIZE = Everything.Size.values();

    private OrdersValueJson() {}

    static Money.Currency readCurrency(JsonValue in) {
        return in.asEnum(CURRENCY);
    }

    static Everything.Size readSize(JsonValue in) {
        return in.asEnum(SIZE);
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
        JsonObject fields = in.asObject("scalars", "boxes", "collections", "tree", "label", "numbers", "times", "maps",
                "payments", "formula", "described");
        return in.construct(() -> new Everything(
                fields.required("scalars", OrdersValueJson::readScalars),
                fields.required("boxes", OrdersValueJson::readBoxes),
                fields.required("collections", OrdersValueJson::readCollections),
                fields.required("tree", OrdersValueJson::readTree),
                fields.required("label", OrdersValueJson::readLabel),
                fields.required("numbers", OrdersValueJson::readNumbers),
                fields.required("times", OrdersValueJson::readTimes),
                fields.required("maps", OrdersValueJson::readMaps),
                fields.required("payments", OrdersValueJson::readPayments),
                fields.required("formula", OrdersValueJson::readFormula),
                fields.required("described", OrdersValueJson::readDescribed)));
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
        out.writeFieldName("numbers");
        writeNumbers(out, everything.numbers());
        out.writeFieldName("times");
        writeTimes(out, everything.times());
        out.writeFieldName("maps");
        writeMaps(out, everything.maps());
        out.writeFieldName("payments");
        writePayments(out, everything.payments());
        out.writeFieldName("formula");
        writeFormula(out, everything.formula());
        out.writeFieldName("described");
        writeDescribed(out, everything.described());
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

    static Everything.Numbers readNumbers(JsonValue in) {
        JsonObject fields = in.asObject("whole", "price", "count", "rates", "rounded", "few");
        return in.construct(() -> new Everything.Numbers(
                fields.required("whole", JsonValue::asBigInteger),
                fields.required("price", value1 -> value1.asDecimal(9, 2)),
                fields.required("count", value1 -> value1.asDecimal(20)),
                fields.required("rates", value1 -> value1.asList(value2 -> value2.asDecimal(5, 3))),
                fields.nullable("rounded", value1 -> value1.asDecimal(4, 0)),
                fields.optional("few", value1 -> value1.asDecimal(4))));
    }

    static void writeNumbers(JsonGenerator out, Everything.Numbers numbers) throws IOException {
        out.writeStartObject();
        out.writeNumberField("whole", numbers.whole());
        out.writeNumberField("price", numbers.price());
        out.writeNumberField("count", numbers.count());
        out.writeFieldName("rates");
        JsonWriter.writeList(out, numbers.rates(), JsonGenerator::writeNumber);
        out.writeFieldName("rounded");
        JsonWriter.writeNullable(out, numbers.rounded(), JsonGenerator::writeNumber);
        out.writeFieldName("few");
        JsonWriter.writeOptional(out, numbers.few(), JsonGenerator::writeNumber);
        out.writeEndObject();
    }

    static Everything.Times readTimes(JsonValue in) {
        JsonObject fields = in.asObject("duration", "offset", "zoned", "durations", "nullableZoned", "optionalOffset");
        return in.construct(() -> new Everything.Times(
                fields.required("duration", JsonValue::asDuration),
                fields.required("offset", JsonValue::asOffsetDateTime),
                fields.required("zoned", JsonValue::asZonedDateTime),
                fields.required("durations", value1 -> value1.asList(JsonValue::asDuration)),
                fields.nullable("nullableZoned", JsonValue::asZonedDateTime),
                fields.optional("optionalOffset", JsonValue::asOffsetDateTime)));
    }

    static void writeTimes(JsonGenerator out, Everything.Times times) throws IOException {
        out.writeStartObject();
        out.writeFieldName("duration");
        JsonWriter.writeText(out, times.duration());
        out.writeFieldName("offset");
        JsonWriter.writeText(out, times.offset());
        out.writeFieldName("zoned");
        JsonWriter.writeText(out, times.zoned());
        out.writeFieldName("durations");
        JsonWriter.writeList(out, times.durations(), JsonWriter::writeText);
        out.writeFieldName("nullableZoned");
        JsonWriter.writeNullable(out, times.nullableZoned(), JsonWriter::writeText);
        out.writeFieldName("optionalOffset");
        JsonWriter.writeOptional(out, times.optionalOffset(), JsonWriter::writeText);
        out.writeEndObject();
    }

    static Everything.Maps readMaps(JsonValue in) {
        JsonObject fields = in.asObject("numbers", "currencies", "uuids", "nested", "records", "optional", "rates",
                "moreRates");
        return in.construct(() -> new Everything.Maps(
                fields.required("numbers", value1 -> value1.asEntries(JsonValue::asInt, JsonValue::asString)),
                fields.required("currencies",
                        value1 -> value1.asEntries(OrdersValueJson::readCurrency, OrdersValueJson::readMoney)),
                fields.required("uuids",
                        value1 -> value1.asEntries(JsonValue::asUuid,
                                value2 -> value2.asOptional(OrdersValueJson::readMoney))),
                fields.required("nested",
                        value1 -> value1.asEntries(OrdersValueJson::readLabel,
                                value2 -> value2.asEntries(JsonValue::asLocalDate,
                                        value3 -> value3.asList(JsonValue::asShort)))),
                fields.required("records",
                        value1 -> value1.asEntries(OrdersValueJson::readMoney,
                                value2 -> value2.asEntries(JsonValue::asByte,
                                        value3 -> value3.asNullable(OrdersValueJson::readLabel)))),
                fields.optional("optional", value1 -> value1.asEntries(JsonValue::asLong, JsonValue::asLong)),
                fields.required("rates", OrdersValueJson::readRates),
                fields.required("moreRates", OrdersValueJson::readRates)));
    }

    static void writeMaps(JsonGenerator out, Everything.Maps maps) throws IOException {
        out.writeStartObject();
        out.writeFieldName("numbers");
        JsonWriter.writeEntries(out, maps.numbers(), JsonGenerator::writeNumber, JsonGenerator::writeString);
        out.writeFieldName("currencies");
        JsonWriter.writeEntries(out, maps.currencies(), JsonWriter::writeEnum, OrdersValueJson::writeMoney);
        out.writeFieldName("uuids");
        JsonWriter.writeEntries(out, maps.uuids(), JsonWriter::writeText,
                (out1, value1) -> JsonWriter.writeOptional(out1, value1, OrdersValueJson::writeMoney));
        out.writeFieldName("nested");
        JsonWriter.writeEntries(out, maps.nested(), OrdersValueJson::writeLabel,
                (out1, value1) -> JsonWriter.writeEntries(out1, value1, JsonWriter::writeText,
                        (out2, value2) -> JsonWriter.writeList(out2, value2, JsonGenerator::writeNumber)));
        out.writeFieldName("records");
        JsonWriter.writeEntries(out, maps.records(), OrdersValueJson::writeMoney,
                (out1, value1) -> JsonWriter.writeEntries(out1, value1, JsonGenerator::writeNumber,
                        (out2, value2) -> JsonWriter.writeNullable(out2, value2, OrdersValueJson::writeLabel)));
        out.writeFieldName("optional");
        JsonWriter.writeOptional(out, maps.optional(),
                (out1, value1) -> JsonWriter.writeEntries(out1, value1, JsonGenerator::writeNumber,
                        JsonGenerator::writeNumber));
        out.writeFieldName("rates");
        writeRates(out, maps.rates());
        out.writeFieldName("moreRates");
        writeRates(out, maps.moreRates());
        out.writeEndObject();
    }

    static Everything.Rates readRates(JsonValue in) {
        return in.construct(() -> new Everything.Rates(in.asEntries(OrdersValueJson::readCurrency,
                value1 -> value1.asEntries(JsonValue::asLocalDate, JsonValue::asDouble))));
    }

    static void writeRates(JsonGenerator out, Everything.Rates rates) throws IOException {
        JsonWriter.writeEntries(out, rates.byCurrency(), JsonWriter::writeEnum,
                (out1, value1) -> JsonWriter.writeEntries(out1, value1, JsonWriter::writeText,
                        JsonGenerator::writeNumber));
    }

    static Everything.Payments readPayments(JsonValue in) {
        JsonObject fields = in.asObject("payment", "nullablePayment", "optionalPayment", "payments", "nullables",
                "byName", "byPayment", "voucher", "later");
        return in.construct(() -> new Everything.Payments(
                fields.required("payment", OrdersValueJson::readPayment),
                fields.nullable("nullablePayment", OrdersValueJson::readPayment),
                fields.optional("optionalPayment", OrdersValueJson::readPayment),
                fields.required("payments", value1 -> value1.asList(OrdersValueJson::readPayment)),
                fields.required("nullables",
                        value1 -> value1.asList(value2 -> value2.asNullable(OrdersValueJson::readPayment))),
                fields.required("byName",
                        value1 -> value1.asMap(value2 -> value2.asOptional(OrdersValueJson::readPayment))),
                fields.required("byPayment",
                        value1 -> value1.asEntries(OrdersValueJson::readPayment, JsonValue::asInt)),
                fields.required("voucher", OrdersValueJson::readVoucher),
                fields.required("later", OrdersValueJson::readLater)));
    }

    static void writePayments(JsonGenerator out, Everything.Payments payments) throws IOException {
        out.writeStartObject();
        out.writeFieldName("payment");
        writePayment(out, payments.payment());
        out.writeFieldName("nullablePayment");
        JsonWriter.writeNullable(out, payments.nullablePayment(), OrdersValueJson::writePayment);
        out.writeFieldName("optionalPayment");
        JsonWriter.writeOptional(out, payments.optionalPayment(), OrdersValueJson::writePayment);
        out.writeFieldName("payments");
        JsonWriter.writeList(out, payments.payments(), OrdersValueJson::writePayment);
        out.writeFieldName("nullables");
        JsonWriter.writeList(out, payments.nullables(),
                (out1, value1) -> JsonWriter.writeNullable(out1, value1, OrdersValueJson::writePayment));
        out.writeFieldName("byName");
        JsonWriter.writeMap(out, payments.byName(),
                (out1, value1) -> JsonWriter.writeOptional(out1, value1, OrdersValueJson::writePayment));
        out.writeFieldName("byPayment");
        JsonWriter.writeEntries(out, payments.byPayment(), OrdersValueJson::writePayment, JsonGenerator::writeNumber);
        out.writeFieldName("voucher");
        writeVoucher(out, payments.voucher());
        out.writeFieldName("later");
        writeLater(out, payments.later());
        out.writeEndObject();
    }

    static Everything.Payment.Voucher readVoucher(JsonValue in) {
        return in.construct(() -> new Everything.Payment.Voucher(readLabel(in)));
    }

    static void writeVoucher(JsonGenerator out, Everything.Payment.Voucher voucher) throws IOException {
        writeLabel(out, voucher.code());
    }

    static Everything.Described readDescribed(JsonValue in) {
        JsonObject fields = in.asObject("size", "count", "price", "share", "whole", "text", "quoted", "bytes",
                "duration", "instant", "date", "time", "dateTime", "offset", "zoned", "uuid", "set", "map", "entries",
                "money", "payment", "label", "aFloat", "nothing", "look");
        return in.construct(() -> new Everything.Described(
                fields.withDefault("size", "\"M\"", OrdersValueJson::readSize),
                fields.withDefault("count", "3", JsonValue::asInt),
                fields.withDefault("price", "12.5", value1 -> value1.asDecimal(6, 2)),
                fields.withDefault("share", "0.10", JsonValue::asBigDecimal),
                fields.withDefault("whole", "340282366920938463463374607431768211456", JsonValue::asBigInteger),
                fields.withDefault("text", "\"\"", JsonValue::asString),
                fields.withDefault("quoted", "\"true\"", JsonValue::asString),
                fields.withDefault("bytes", "\"AP8=\"", JsonValue::asBytes),
                fields.withDefault("duration", "\"PT1H\"", JsonValue::asDuration),
                fields.withDefault("instant", "\"2026-11-23T12:00:00.5Z\"", JsonValue::asInstant),
                fields.withDefault("date", "\"1970-01-02\"", JsonValue::asLocalDate),
                fields.withDefault("time", "\"00:00:01\"", JsonValue::asLocalTime),
                fields.withDefault("dateTime", "\"1969-12-31T23:59:59\"", JsonValue::asLocalDateTime),
                fields.withDefault("offset", "\"2026-11-23T12:00:00+01:00\"", JsonValue::asOffsetDateTime),
                fields.withDefault("zoned", "\"1970-01-01T01:00:00+01:00[Europe/Berlin]\"", JsonValue::asZonedDateTime),
                fields.withDefault("uuid", "\"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5\"", JsonValue::asUuid),
                fields.withDefault("set", "[1,2]", value1 -> value1.asSet(JsonValue::asByte)),
                fields.withDefault("map", "{}", value1 -> value1.asMap(OrdersValueJson::readMoney)),
                fields.withDefault("entries", "[{\"key\":1,\"value\":true}]",
                        value1 -> value1.asEntries(JsonValue::asShort, JsonValue::asBoolean)),
                fields.withDefault("money", "{\"amount\":0.00,\"currency\":\"EUR\"}", OrdersValueJson::readMoney),
                fields.withDefault("payment", "{\"_type\":\"Card\",\"number\":\"0\",\"year\":1}",
                        OrdersValueJson::readPayment),
                fields.withDefault("label", "\"none\"", OrdersValueJson::readLabel),
                fields.withDefault("aFloat", "0.5", JsonValue::asFloat),
                fields.optional("nothing", JsonValue::asLong),
                fields.required("look", JsonValue::asString)));
    }

    static void writeDescribed(JsonGenerator out, Everything.Described described) throws IOException {
        out.writeStartObject();
        out.writeFieldName("size");
        JsonWriter.writeEnum(out, described.size());
        out.writeNumberField("count", described.count());
        out.writeNumberField("price", described.price());
        out.writeNumberField("share", described.share());
        out.writeNumberField("whole", described.whole());
        out.writeStringField("text", described.text());
        out.writeStringField("quoted", described.quoted());
        out.writeBinaryField("bytes", described.bytes());
        out.writeFieldName("duration");
        JsonWriter.writeText(out, described.duration());
        out.writeFieldName("instant");
        JsonWriter.writeText(out, described.instant());
        out.writeFieldName("date");
        JsonWriter.writeText(out, described.date());
        out.writeFieldName("time");
        JsonWriter.writeText(out, described.time());
        out.writeFieldName("dateTime");
        JsonWriter.writeText(out, described.dateTime());
        out.writeFieldName("offset");
        JsonWriter.writeText(out, described.offset());
        out.writeFieldName("zoned");
        JsonWriter.writeText(out, described.zoned());
        out.writeFieldName("uuid");
        JsonWriter.writeText(out, described.uuid());
        out.writeFieldName("set");
        JsonWriter.writeList(out, described.set(), JsonGenerator::writeNumber);
        out.writeFieldName("map");
        JsonWriter.writeMap(out, described.map(), OrdersValueJson::writeMoney);
        out.writeFieldName("entries");
        JsonWriter.writeEntries(out, described.entries(), JsonGenerator::writeNumber, JsonGenerator::writeBoolean);
        out.writeFieldName("money");
        writeMoney(out, described.money());
        out.writeFieldName("payment");
        writePayment(out, described.payment());
        out.writeFieldName("label");
        writeLabel(out, described.label());
        out.writeNumberField("aFloat", described.aFloat());
        out.writeFieldName("nothing");
        JsonWriter.writeOptional(out, described.nothing(), JsonGenerator::writeNumber);
        out.writeStringField("look", described.look());
        out.writeEndObject();
    }

    static Everything.Payment readPayment(JsonValue in) {
        return switch (in.messageType("Card", "Voucher", "Cash", "Invoice", "Transfer")) {
            case "Card" -> typedCard(in);
            case "Voucher" -> typedVoucher(in);
            case "Cash" -> typedCash(in);
            case "Invoice" -> typedInvoice(in);
            case "Transfer" -> typedTransfer(in);
            default -> throw in.unknownType("Card", "Voucher", "Cash", "Invoice", "Transfer");
        };
    }

    static void writePayment(JsonGenerator out, Everything.Payment payment) throws IOException {
        if (payment instanceof Everything.Payment.Card card) {
            writeTypedCard(out, card);
        } else if (payment instanceof Everything.Payment.Voucher voucher) {
            writeTypedVoucher(out, voucher);
        } else if (payment instanceof Everything.Payment.Cash cash) {
            writeTypedCash(out, cash);
        } else if (payment instanceof Everything.Payment.Invoice invoice) {
            writeTypedInvoice(out, invoice);
        } else if (payment instanceof Everything.Payment.Transfer transfer) {
            writeTypedTransfer(out, transfer);
        } else {
            throw new IllegalArgumentException("No Payment: " + payment);
        }
    }

    static Everything.Payment.Later readLater(JsonValue in) {
        return switch (in.messageType("Invoice", "Transfer")) {
            case "Invoice" -> typedInvoice(in);
            case "Transfer" -> typedTransfer(in);
            default -> throw in.unknownType("Invoice", "Transfer");
        };
    }

    static void writeLater(JsonGenerator out, Everything.Payment.Later later) throws IOException {
        if (later instanceof Everything.Payment.Invoice invoice) {
            writeTypedInvoice(out, invoice);
        } else if (later instanceof Everything.Payment.Transfer transfer) {
            writeTypedTransfer(out, transfer);
        } else {
            throw new IllegalArgumentException("No Later: " + later);
        }
    }

    static Everything.Formula readFormula(JsonValue in) {
        return switch (in.messageType("Sum", "Constant", "Call")) {
            case "Sum" -> typedSum(in);
            case "Constant" -> typedConstant(in);
            case "Call" -> typedCall(in);
            default -> throw in.unknownType("Sum", "Constant", "Call");
        };
    }

    static void writeFormula(JsonGenerator out, Everything.Formula formula) throws IOException {
        if (formula instanceof Everything.Formula.Sum sum) {
            writeTypedSum(out, sum);
        } else if (formula instanceof Everything.Formula.Constant constant) {
            writeTypedConstant(out, constant);
        } else if (formula instanceof Everything.Formula.Call call) {
            writeTypedCall(out, call);
        } else {
            throw new IllegalArgumentException("No Formula: " + formula);
        }
    }

    static Everything.Payment.Card typedCard(JsonValue in) {
        JsonObject fields = in.asObject("_type", "number", "year");
        return in.construct(() -> new Everything.Payment.Card(
                fields.required("number", JsonValue::asString),
                fields.required("year", JsonValue::asInt)));
    }

    static void writeTypedCard(JsonGenerator out, Everything.Payment.Card card) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Card");
        out.writeStringField("number", card.number());
        out.writeNumberField("year", card.year());
        out.writeEndObject();
    }

    static Everything.Payment.Voucher typedVoucher(JsonValue in) {
        JsonObject fields = in.asObject("_type", "code");
        return in.construct(() -> new Everything.Payment.Voucher(fields.required("code", OrdersValueJson::readLabel)));
    }

    static void writeTypedVoucher(JsonGenerator out, Everything.Payment.Voucher voucher) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Voucher");
        out.writeFieldName("code");
        writeLabel(out, voucher.code());
        out.writeEndObject();
    }

    static Everything.Payment.Cash typedCash(JsonValue in) {
        in.asObject("_type");
        return in.construct(Everything.Payment.Cash::new);
    }

    static void writeTypedCash(JsonGenerator out, Everything.Payment.Cash cash) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Cash");
        out.writeEndObject();
    }

    static Everything.Payment.Invoice typedInvoice(JsonValue in) {
        JsonObject fields = in.asObject("_type", "due");
        return in.construct(() -> new Everything.Payment.Invoice(fields.optional("due", JsonValue::asLocalDate)));
    }

    static void writeTypedInvoice(JsonGenerator out, Everything.Payment.Invoice invoice) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Invoice");
        out.writeFieldName("due");
        JsonWriter.writeOptional(out, invoice.due(), JsonWriter::writeText);
        out.writeEndObject();
    }

    static Everything.Payment.Transfer typedTransfer(JsonValue in) {
        JsonObject fields = in.asObject("_type", "instead");
        return in.construct(() -> new Everything.Payment.Transfer(fields.nullable("instead",
                OrdersValueJson::readPayment)));
    }

    static void writeTypedTransfer(JsonGenerator out, Everything.Payment.Transfer transfer) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Transfer");
        out.writeFieldName("instead");
        JsonWriter.writeNullable(out, transfer.instead(), OrdersValueJson::writePayment);
        out.writeEndObject();
    }

    static Everything.Formula.Sum typedSum(JsonValue in) {
        JsonObject fields = in.asObject("_type", "left", "right");
        return in.construct(() -> new Everything.Formula.Sum(
                fields.required("left", OrdersValueJson::readFormula),
                fields.required("right", OrdersValueJson::readFormula)));
    }

    static void writeTypedSum(JsonGenerator out, Everything.Formula.Sum sum) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Sum");
        out.writeFieldName("left");
        writeFormula(out, sum.left());
        out.writeFieldName("right");
        writeFormula(out, sum.right());
        out.writeEndObject();
    }

    static Everything.Formula.Constant typedConstant(JsonValue in) {
        JsonObject fields = in.asObject("_type", "value");
        return in.construct(() -> new Everything.Formula.Constant(fields.required("value", JsonValue::asBigDecimal)));
    }

    static void writeTypedConstant(JsonGenerator out, Everything.Formula.Constant constant) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Constant");
        out.writeNumberField("value", constant.value());
        out.writeEndObject();
    }

    static Everything.Formula.Call typedCall(JsonValue in) {
        JsonObject fields = in.asObject("_type", "name", "arguments", "otherwise", "known");
        return in.construct(() -> new Everything.Formula.Call(
                fields.required("name", JsonValue::asString),
                fields.required("arguments", value1 -> value1.asList(OrdersValueJson::readFormula)),
                fields.nullable("otherwise", OrdersValueJson::readFormula),
                fields.required("known",
                        value1 -> value1.asEntries(OrdersValueJson::readFormula, OrdersValueJson::readFormula))));
    }

    static void writeTypedCall(JsonGenerator out, Everything.Formula.Call call) throws IOException {
        out.writeStartObject();
        out.writeStringField("_type", "Call");
        out.writeStringField("name", call.name());
        out.writeFieldName("arguments");
        JsonWriter.writeList(out, call.arguments(), OrdersValueJson::writeFormula);
        out.writeFieldName("otherwise");
        JsonWriter.writeNullable(out, call.otherwise(), OrdersValueJson::writeFormula);
        out.writeFieldName("known");
        JsonWriter.writeEntries(out, call.known(), OrdersValueJson::writeFormula, OrdersValueJson::writeFormula);
        out.writeEndObject();
    }
}
