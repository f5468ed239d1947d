package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.json.InvalidJsonException.Fault;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void requiredFieldThatIsMissingOrNullIsNamed() {
        assertFault(
                () -> object("{}", "a").required("a", JsonValue::asInt),
                Fault.MISSING_FIELD,
                "a",
                "The field \"a\" is missing");
        assertFault(
                () -> object("{\"a\":null}", "a").required("a", JsonValue::asInt),
                Fault.MISSING_FIELD,
                "a",
                "The field \"a\" is missing");
    }

    @Test
    void nestedFieldIsNamedByItsPath() {
        assertFault(
                () -> object("{\"o\":{}}", "o")
                        .required("o", o -> o.asObject("a").required("a", JsonValue::asInt)),
                Fault.MISSING_FIELD,
                "o.a",
                "The field \"o.a\" is missing");
    }

    @Test
    void nullableAndOptionalFieldsMayBeMissingOrNull() {
        JsonObject object = object("{\"a\":1,\"b\":null}", "a", "b", "c");

        assertThat(object.<Integer>nullable("a", JsonValue::asInt)).isEqualTo(1);
        assertThat(object.<Integer>nullable("b", JsonValue::asInt)).isNull();
        assertThat(object.<Integer>nullable("c", JsonValue::asInt)).isNull();
        assertThat(object.<Integer>optional("a", JsonValue::asInt)).contains(1);
        assertThat(object.<Integer>optional("b", JsonValue::asInt)).isEmpty();
        assertThat(object.<Integer>optional("c", JsonValue::asInt)).isEmpty();
    }

    @Test
    void fieldWithADefaultMayBeMissing() {
        assertThat(object("{\"a\":1}", "a").<Integer>withDefault("a", "7", JsonValue::asInt))
                .isEqualTo(1);
        assertThat(object("{}", "a").<Integer>withDefault("a", "7", JsonValue::asInt))
                .isEqualTo(7);
        assertFault(
                () -> object("{\"a\":null}", "a").withDefault("a", "7", JsonValue::asInt),
                Fault.ILL_TYPED_FIELD,
                "a",
                "\"a\" must be a whole number, and is null");
    }

    @Test
    void nullableFieldOfAnotherTypeIsRefused() {
        assertFault(
                () -> object("{\"a\":\"x\"}", "a").nullable("a", JsonValue::asInt),
                Fault.ILL_TYPED_FIELD,
                "a",
                "\"a\" must be a whole number, and is \"x\"");
    }

    @Test
    void fieldThatIsNotKnownIsNamedWithThoseThatAre() {
        assertFault(
                () -> object("{\"acount\":\"x\"}", "account", "amount"),
                Fault.UNKNOWN_FIELD,
                "acount",
                "There is no field \"acount\"; the fields are account, amount");
    }

    @Test
    void whatIsNoObjectIsNoCommand() {
        for (String text : new String[] {"null", "1", "\"a\"", "[]", "true"}) {
            assertFault(() -> parse(text).messageType("A", "B"), Fault.NOT_JSON, null, "The body must be an object");
            assertFault(() -> object(text, "a"), Fault.NOT_JSON, null, "The body must be an object");
        }
    }

    @Test
    void typeOfAMessage() {
        assertThat(parse("{\"_type\":\"A\"}").messageType("A", "B")).isEqualTo("A");
        for (String text : new String[] {"{}", "{\"_type\":null}", "{\"_type\":1}", "{\"_type\":{}}"}) {
            assertFault(
                    () -> parse(text).messageType("A", "B"),
                    Fault.MISSING_TYPE,
                    "_type",
                    "\"_type\" must name one of A, B");
        }
    }

    @Test
    void unknownTypeIsNamedWithThoseThatAre() {
        assertThat(parse("{\"_type\":\"C\"}").unknownType("A", "B"))
                .hasMessage("There is no \"C\"; \"_type\" must name one of A, B")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_TYPE));
    }

    @Test
    void whatAConstructorRefusesIsForTheCallerToSee() {
        assertFault(
                () -> parse("{}").construct(() -> {
                    throw new IllegalArgumentException("amount must be positive");
                }),
                Fault.REFUSED_ARGUMENTS,
                null,
                "amount must be positive");
        assertFault(
                () -> object("{\"o\":{}}", "o")
                        .required(
                                "o",
                                o -> o.construct(() -> {
                                    throw new NullPointerException();
                                })),
                Fault.REFUSED_ARGUMENTS,
                "o",
                "NullPointerException");
    }

    @Test
    void faultWithinAConstructorsArgumentsStaysAsItIs() {
        assertFault(
                () -> parse("{\"a\":1}").construct(() -> object("{}", "a").required("a", JsonValue::asInt)),
                Fault.MISSING_FIELD,
                "a",
                "is missing");
    }

    private static JsonValue parse(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject object(String text, String... fields) {
        return parse(text).asObject(fields);
    }

    private static void assertFault(ThrowingCallable call, Fault fault, @Nullable String field, String message) {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.field()).isEqualTo(field);
                });
    }
}
