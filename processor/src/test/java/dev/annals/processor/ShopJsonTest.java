package dev.annals.processor;

import static dev.annals.processor.GeneratedShop.articleCommand;
import static dev.annals.processor.GeneratedShop.orderCommand;
import static dev.annals.processor.GeneratedShop.orders;
import static dev.annals.processor.ShopSamples.ABSENT;
import static dev.annals.processor.ShopSamples.BOXES;
import static dev.annals.processor.ShopSamples.COLLECTIONS;
import static dev.annals.processor.ShopSamples.DEFAULTS;
import static dev.annals.processor.ShopSamples.DESCRIBED;
import static dev.annals.processor.ShopSamples.EMPTY;
import static dev.annals.processor.ShopSamples.LINE;
import static dev.annals.processor.ShopSamples.ORDER;
import static dev.annals.processor.ShopSamples.command;
import static dev.annals.processor.ShopSamples.everything;
import static dev.annals.processor.ShopSamples.placeOrder;
import static dev.annals.processor.ShopSamples.recordEverything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.Decision;
import dev.annals.json.InvalidJsonException;
import dev.annals.json.InvalidJsonException.Fault;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated mappings to and from JSON. */
class ShopJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false", "false, false"})
    void eventIsWrittenAsItsCommandWasRead(boolean boxes, boolean collections) throws JsonProcessingException {
        String values = everything(boxes ? BOXES : ABSENT, collections ? COLLECTIONS : EMPTY);
        Object command = orderCommand(command("RecordEverything", "\"everything\":" + values));

        Object event = onlyEvent(command);

        assertThat(tree(GeneratedShop.orderEventJson(event)))
                .isEqualTo(tree("{\"_type\":\"EverythingRecorded\",\"everything\":" + values + "}"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false", "false, false"})
    void whatAClientWritesAndReadsIsWhatTheServiceReadsAndWrites(boolean boxes, boolean collections)
            throws JsonProcessingException {
        String values = everything(boxes ? BOXES : ABSENT, collections ? COLLECTIONS : EMPTY);
        String sent = command("RecordEverything", "\"everything\":" + values);
        assertThat(tree(GeneratedShop.orderCommandJson(orderCommand(sent)))).isEqualTo(tree(sent));

        String answered = GeneratedShop.orderEventJson(onlyEvent(orderCommand(sent)));
        assertThat(GeneratedShop.orderEventJson(GeneratedShop.orderEvent(answered)))
                .isEqualTo(answered);
        String later = answered.replace("{\"_type\"", "{\"later\":{},\"_type\"")
                .replace("\"amount\":", "\"later\":[],\"amount\":");
        assertThat(GeneratedShop.orderEventJson(GeneratedShop.orderEvent(later)))
                .isEqualTo(answered);
    }

    @Test
    void decimalsKeepTheirScale() {
        Object event = onlyEvent(orderCommand(recordEverything(BOXES, COLLECTIONS)));

        assertThat(GeneratedShop.orderEventJson(event))
                .contains("\"decimal\":-12345678901234567890.0100")
                .contains("\"a\":{\"amount\":2.50,")
                .contains("\"optionalMoney\":{\"amount\":0.00,");
    }

    @Test
    void snapshotIsWrittenWithoutType() throws JsonProcessingException {
        Object placed = onlyEvent(orderCommand(placeOrder()));

        Object order = Objects.requireNonNull(orders().evolve(null, placed));

        assertThat(tree(GeneratedShop.orderJson(order)))
                .isEqualTo(tree("{\"customer\":\"Ada\",\"lines\":[" + LINE + "],\"stars\":null,\"everything\":null}"));
    }

    @Test
    void failureSaysThatItIsOne() throws JsonProcessingException {
        Object order = orders().evolve(null, onlyEvent(orderCommand(placeOrder())));
        Object lines = orderCommand(command("AddLines", "\"lines\":[" + LINE + "," + LINE + "," + LINE + "]"));
        Decision.Accepted<Object> decision =
                (Decision.Accepted<Object>) orders().decide(order, lines, GeneratedShop.context(new UUID(1, 2)));

        assertThat(tree(GeneratedShop.orderEventJson(decision.events().get(0))))
                .isEqualTo(tree("{\"_type\":\"TooManyLines\",\"lines\":4,\"most\":3,\"_isError\":true}"));
    }

    @Test
    void absentFieldsAreNull() {
        assertThat(orderCommand(command("CancelOrder", "")))
                .isEqualTo(orderCommand(command("CancelOrder", "\"reason\":null")))
                .isNotEqualTo(orderCommand(command("CancelOrder", "\"reason\":\"\"")));
    }

    /** A text of the samples, another in its place, and the fault at a field with a part of the message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"PlaceOrder\" | \"Nothing\" | UNKNOWN_TYPE | _type | must name one of PlaceOrder, AddLines, CancelOrder",
                "\"_type\":\"PlaceOrder\", | `` | MISSING_TYPE | _type | must name one of PlaceOrder, AddLines",
                "\"_type\":\"PlaceOrder\" | \"_type\":1 | MISSING_TYPE | _type | must name one of",
                "\"customer\":\"Ada\", | `` | MISSING_FIELD | customer | The field \"customer\" is missing",
                "\"customer\":\"Ada\" | \"customer\":null | MISSING_FIELD | customer | is missing",
                "\"customer\":\"Ada\" | \"customer\":7 | ILL_TYPED_FIELD | customer | must be a string, and is 7",
                "\"customer\":\"Ada\" | \"customer\":\"Ada\",\"age\":1 | UNKNOWN_FIELD | age | the fields are _type, order",
                "\"count\":2, | `` | MISSING_FIELD | lines[0].count | is missing",
                "\"count\":2 | \"count\":2.5 | ILL_TYPED_FIELD | lines[0].count | must be a whole number, and is 2.5",
                "\"count\":2 | \"count\":\"2\" | ILL_TYPED_FIELD | lines[0].count | must be a whole number, and is \"2\"",
                "\"count\":2 | \"count\":2147483648 | ILL_TYPED_FIELD | lines[0].count | from -2147483648 to 2147483647",
                "\"count\":2 | \"count\":1e999999999 | ILL_TYPED_FIELD | lines[0].count | at most 1000 decimal places",
                "\"count\":2 | \"count\":1e-999999999 | ILL_TYPED_FIELD | lines[0].count | at most 1000 decimal places",
                "\"count\":2 | \"count\":2,\"x\":0 | UNKNOWN_FIELD | lines[0].x | the fields are article, count, price",
                "1.50 | \"1.50\" | ILL_TYPED_FIELD | lines[0].price.amount | must be a number, and is \"1.50\"",
                "1.50 | 1e999999999 | ILL_TYPED_FIELD | lines[0].price.amount | at most 1000 decimal places",
                "\"EUR\" | \"EURO\" | ILL_TYPED_FIELD | lines[0].price.currency | must be one of EUR, CHF, US_DOLLAR",
                "\"red\" | {} | ILL_TYPED_FIELD | lines[0].options.color | must be a string, and is an object",
                "\"lines\":[ | \"lines\":[null, | ILL_TYPED_FIELD | lines[0] | must be an object, and is null",
                "0c6f7ad1b0e5 | 0c6f7ad1b0 | ILL_TYPED_FIELD | order | must be a UUID such as",
                "\"soon\" | [] | ILL_TYPED_FIELD | note | must be a string, and is an array"
            })
    void faultIsAtItsField(String text, String by, Fault fault, String field, String message) {
        assertThat(placeOrder()).contains(text);

        InvalidJsonException refusal = refusal(placeOrder().replace(text, by == null ? "" : by));

        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"aBoolean\":true | \"aBoolean\":1 | scalars.aBoolean | true or false",
                "\"aByte\":-128 | \"aByte\":-129 | scalars.aByte | from -128 to 127",
                "\"aShort\":32767 | \"aShort\":32768 | scalars.aShort | from -32768 to 32767",
                "9223372036854775807 | 9223372036854775808 | scalars.aLong | to 9223372036854775807",
                "\"aFloat\":0.1 | \"aFloat\":1e39 | scalars.aFloat | a number that a float can hold",
                "1.7976931348623157E308 | 1e309 | scalars.aDouble | a number that a double can hold",
                "1969-12-31T23:59:59.999999Z | 1969-12-31T23:59:59 | scalars.instant | a time such as",
                "1970-01-01 | 1970-02-30 | scalars.date | a date such as",
                "\"23:59:59.999999\" | \"24:00:00\" | scalars.time | a time of day such as",
                "0001-01-01T00:00:00.000001 | 0001-01-01 | scalars.dateTime | a date and time such as",
                "\"nullableInt\":7 | \"nullableInt\":7.1 | boxes.nullableInt | a whole number",
                "\"nullableList\":[\"a\",\"b\"] | \"nullableList\":[\"a\",null] | boxes.nullableList[1] | a string",
                "\"nullableLabel\":\"red\" | \"nullableLabel\":[] | boxes.nullableLabel | a string",
                "\"shorts\":[1,-1] | \"shorts\":[1,99999] | collections.shorts[1] | from -32768 to 32767",
                "[\"US_DOLLAR\",\"EUR\"] | [\"EUR\",\"EUR\"] | collections.currencies[1] | not in the array already",
                "\"prices\":{ | \"prices\":{\"c\":1, | collections.prices.c | an object",
                "[[\"a\"],[],[\"b\",\"c\"]] | [[\"a\"],[],[\"b\",7]] | collections.lists[2][1] | a string",
                "2026-11-23T12:00:00Z | 2026-11-23T12:00:00 | collections.maps.k[0] | a time such as",
                "{\"x\":{\"y\":0.1}} | {\"x\":{\"y\":true}} | collections.decimals.x.y | a number",
                "{\"x\":{\"y\":0.1}} | [] | collections.decimals | an object",
                "\"name\":\"other\" | \"name\":1 | tree.children[1].other.name | a string"
            })
    void eachTypeIsReadStrictly(String text, String by, String field, String expected) {
        String json = recordEverything(BOXES, COLLECTIONS);
        assertThat(json).contains(text);

        InvalidJsonException refusal = refusal(json.replace(text, by));

        assertThat(refusal.fault()).isEqualTo(Fault.ILL_TYPED_FIELD);
        assertThat(refusal.field()).isEqualTo("everything." + field);
        assertThat(refusal).hasMessageContaining("must be ").hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"whole\":-34 | \"whole\":0.5,\"x\":-34 | UNKNOWN_FIELD | numbers.x | the fields are whole",
                "\"price\":1234567.80 | \"price\":1234567.801 | ILL_TYPED_FIELD | numbers.price | at most 9 digits, 2 of them",
                "\"count\":99999999999999999999 | \"count\":100000000000000000000 | ILL_TYPED_FIELD | numbers.count | 20 digits",
                "-99.000 | 100 | ILL_TYPED_FIELD | numbers.rates[1] | at most 5 digits, 3 of them behind the point",
                "\"PT0S\" | \"0\" | ILL_TYPED_FIELD | times.durations[0] | a duration such as",
                "-18:00 | -18:01 | ILL_TYPED_FIELD | times.offset | a time with its offset such as",
                "{\"key\":-1 | {\"key\":7 | ILL_TYPED_FIELD | maps.numbers[1] | an entry whose key is not in the array already",
                "{\"key\":2,\"value\":\"x\"} | {\"key\":200,\"value\":1} | ILL_TYPED_FIELD | maps.records[0].value[1].key | 127",
                "\"number\":\"4711\",\"year\":2030 | \"number\":\"4711\" | MISSING_FIELD | payments.payment.year | is missing",
                "{\"_type\":\"Card\", | { | MISSING_TYPE | payments.payment._type | must name one of Card, Voucher, Cash, Inv",
                "\"_type\":\"Voucher\",\"code\":\"V1\" | \"_type\":\"Gold\" | UNKNOWN_TYPE | payments.optionalPayment._type | no \"Gold\"",
                "\"voucher\":\"V3\" | \"voucher\":{\"code\":\"V3\"} | ILL_TYPED_FIELD | payments.voucher | a string, and is an object",
                "\"later\":{\"_type\":\"Invoice\" | \"later\":{\"_type\":\"Card\" | UNKNOWN_TYPE | payments.later._type | Invoice, Transfer",
                "\"arguments\":[{\"_type\":\"Constant\",\"value\":2}] | \"arguments\":[null] | ILL_TYPED_FIELD"
                        + " | formula.right.arguments[0] | an object",
                "\"count\":7 | \"count\":null | ILL_TYPED_FIELD | described.count | a whole number, and is null"
            })
    void partsOfSchemasAreReadStrictly(String text, String by, Fault fault, String field, String message) {
        String json = recordEverything(BOXES, COLLECTIONS);
        assertThat(json).contains(text);

        InvalidJsonException refusal = refusal(json.replace(text, by));

        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.field()).isEqualTo("everything." + field);
        assertThat(refusal).hasMessageContaining(message);
    }

    @Test
    void whatHasADefaultMayBeLeftOut() {
        String all = recordEverything(BOXES, COLLECTIONS);

        Object spare = orderCommand(all.replace(DESCRIBED, "{\"look\":\"well\"}"));
        Object full = orderCommand(all.replace(DESCRIBED, DEFAULTS));

        assertThat(GeneratedShop.orderEventJson(onlyEvent(spare)))
                .isEqualTo(GeneratedShop.orderEventJson(onlyEvent(full)))
                .contains("\"price\":12.50,\"share\":0.10,")
                .contains("\"payment\":{\"_type\":\"Card\",\"number\":\"0\",\"year\":1}");
    }

    @Test
    void bytesAreBase64() {
        String json = "{\"_type\":\"ChangePicture\",\"number\":1,\"picture\":\"%s\"}";

        assertThat(articleCommand(json.formatted("AP8=")).toString()).contains("ChangePicture");
        assertThatThrownBy(() -> articleCommand(json.formatted("?")))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("bytes in base64");
    }

    @Test
    void constructorMayRefuse() {
        InvalidJsonException refusal = refusal(placeOrder().replaceAll("(?s)\"lines\":\\[.*]", "\"lines\":[]"));

        assertThat(refusal.fault()).isEqualTo(Fault.REFUSED_ARGUMENTS);
        assertThat(refusal.field()).isNull();
        assertThat(refusal).hasMessage("An order has at least one line");
    }

    @Test
    void constructorOfANestedValueMayRefuse() {
        InvalidJsonException refusal =
                refusal(recordEverything(BOXES, COLLECTIONS).replace("[\"b\",\"c\"]", "[\"b\",\" \"]"));

        assertThat(refusal.fault()).isEqualTo(Fault.REFUSED_ARGUMENTS);
        assertThat(refusal.field()).isEqualTo("everything.collections.lists[2][1]");
        assertThat(refusal).hasMessage("A label says something");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``", "{", "[]", "7", "null", "{\"_type\":\"PlaceOrder\",\"_type\":\"PlaceOrder\"}", "{} {}"})
    void documentThatIsNoObject(String json) {
        assertThat(refusal(json == null ? "" : json).fault()).isEqualTo(Fault.NOT_JSON);
    }

    @Test
    void keyOfOneComponentIsThatComponent() {
        assertThat(orders().keys().toText(orders().keyOf(orderCommand(placeOrder()))))
                .isEqualTo(ORDER);
    }

    private static InvalidJsonException refusal(String json) {
        return catchThrowableOfType(InvalidJsonException.class, () -> orderCommand(json));
    }

    private static Object onlyEvent(Object command) {
        Decision<Object> decision = orders().decide(null, command, GeneratedShop.context(new UUID(1, 2)));
        return ((Decision.Accepted<Object>) decision).events().get(0);
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
