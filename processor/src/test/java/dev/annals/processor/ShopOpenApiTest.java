package dev.annals.processor;

import static dev.annals.processor.GeneratedShop.orderCommand;
import static dev.annals.processor.GeneratedShop.orders;
import static dev.annals.processor.ShopSamples.ABSENT;
import static dev.annals.processor.ShopSamples.BOXES;
import static dev.annals.processor.ShopSamples.COLLECTIONS;
import static dev.annals.processor.ShopSamples.DEFAULTS;
import static dev.annals.processor.ShopSamples.DESCRIBED;
import static dev.annals.processor.ShopSamples.EMPTY;
import static dev.annals.processor.ShopSamples.command;
import static dev.annals.processor.ShopSamples.placeOrder;
import static dev.annals.processor.ShopSamples.recordEverything;
import static dev.annals.processor.Specifications.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.annals.Decision;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas of a domain of all types say what is read and written, no more and no less. */
class ShopOpenApiTest {

    private static final JsonNode DOCUMENT = tree(GeneratedShop.resource("META-INF/annals/shop/openapi.json"));

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false", "false, false"})
    void whatIsReadAndWrittenIsValid(boolean boxes, boolean collections) {
        String json = recordEverything(boxes ? BOXES : ABSENT, collections ? COLLECTIONS : EMPTY);
        Object event = onlyEvent(orderCommand(json));

        assertThat(errors("OrderCommand", json)).isEmpty();
        assertThat(errors("RecordEverything", json)).isEmpty();
        assertThat(errors("OrderEvent", GeneratedShop.orderEventJson(event))).isEmpty();
        assertThat(errors("EverythingRecorded", GeneratedShop.orderEventJson(event)))
                .isEmpty();
    }

    @Test
    void whatMayBeLeftOutMayBeLeftOut() {
        String json = recordEverything(BOXES, COLLECTIONS);

        assertThat(errors("OrderCommand", json.replace(DESCRIBED, DEFAULTS))).isEmpty();
        assertThat(errors("OrderCommand", json.replace(DESCRIBED, "{\"look\":\"well\"}")))
                .isEmpty();
        assertThat(errors("OrderCommand", command("CancelOrder", ""))).isEmpty();
        assertThat(errors("OrderCommand", command("CancelOrder", "\"reason\":null")))
                .isEmpty();
    }

    /** A text of a sample, and another in its place that is refused when it is read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"PlaceOrder\" | \"Nothing\"",
                "\"_type\":\"PlaceOrder\", | ``",
                "\"customer\":\"Ada\", | ``",
                "\"customer\":\"Ada\" | \"customer\":null",
                "\"customer\":\"Ada\" | \"customer\":7",
                "\"customer\":\"Ada\" | \"customer\":\"Ada\",\"age\":1",
                "\"count\":2, | ``",
                "\"count\":2 | \"count\":2.5",
                "\"count\":2 | \"count\":\"2\"",
                "\"amount\":1.50 | \"amount\":\"1.50\"",
                "\"currency\":\"EUR\" | \"currency\":\"EURO\"",
                "\"order\":\"6f1c3a52 | \"order\":\"zf1c3a52",
            })
    void commandThatIsRefusedIsNotValid(String text, String by) {
        assertThat(placeOrder()).contains(text);

        assertThat(errors("OrderCommand", placeOrder().replace(text, by == null ? "" : by)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"aByte\":-128 | \"aByte\":-129",
                "\"instant\":\"1969-12-31T23:59:59.999999Z\" | \"instant\":\"1969-12-31\"",
                "\"date\":\"1970-01-01\" | \"date\":\"1970-02-30\"",
                "[\"US_DOLLAR\",\"EUR\"] | [\"EUR\",\"EUR\"]",
                "{\"x\":{\"y\":0.1}} | {\"x\":{\"y\":true}}",
                "\"price\":1234567.80 | \"price\":1234567.801",
                "\"price\":1234567.80 | \"price\":10000000.00",
                "\"count\":99999999999999999999 | \"count\":100000000000000000000",
                "\"whole\":-34 | \"whole\":0.5,\"x\":-34",
                "{\"key\":7,\"value\":\"seven\"} | {\"key\":7}",
                "\"number\":\"4711\",\"year\":2030 | \"number\":\"4711\"",
                "\"voucher\":\"V3\" | \"voucher\":{\"code\":\"V3\"}",
                "\"later\":{\"_type\":\"Invoice\" | \"later\":{\"_type\":\"Card\"",
                "\"label\":\"all\" | \"label\":{\"text\":\"all\"}",
                "\"arguments\":[{\"_type\":\"Constant\",\"value\":2}] | \"arguments\":[null]"
            })
    void valueThatIsRefusedIsNotValid(String text, String by) {
        String json = recordEverything(BOXES, COLLECTIONS);
        assertThat(json).contains(text);

        assertThat(errors("OrderCommand", json.replace(text, by))).isNotEmpty();
    }

    @Test
    void typesOfOneNameAreToldApart() {
        assertThat(DOCUMENT.at("/components/schemas").has("ArticleCommand")).isTrue();
        assertThat(DOCUMENT.at("/components/schemas").has("TillCommand")).isTrue();
        assertThat(DOCUMENT.at("/components/schemas").has("Command")).isFalse();
    }

    @Test
    void repliesAreAsDecideReturnsThem() {
        assertThat(reply("/commands").at("/$ref").textValue()).isEqualTo("#/components/schemas/ArticleEvent");
        assertThat(reply("/open-tills/commands").at("/type").textValue()).isEqualTo("array");
        assertThat(reply("/orders/commands").at("/$ref").textValue()).isEqualTo("#/components/schemas/OrderEventReply");
    }

    private static JsonNode reply(String path) {
        return DOCUMENT.get("paths").get(path).at("/post/responses/200/content/application~1json/schema");
    }

    private static List<Error> errors(String schema, String json) {
        return Specifications.value(DOCUMENT, schema, tree(json));
    }

    private static Object onlyEvent(Object command) {
        Decision<Object> decision = orders().decide(null, command, GeneratedShop.context(new UUID(1, 2)));
        return Objects.requireNonNull(
                ((Decision.Accepted<Object>) decision).events().get(0));
    }
}
