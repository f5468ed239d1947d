package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.annals.json.InvalidJsonException.Fault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each {@code as} method takes what its type can hold, and refuses everything else with the field's name. */
class JsonValueTest {

    @Test
    void booleans() {
        assertThat(value("true").asBoolean()).isTrue();
        assertThat(value("false").asBoolean()).isFalse();
        assertRefused(JsonValue::asBoolean, "true or false", "1", "0", "\"true\"", "null", "{}", "[]");
    }

    @ParameterizedTest
    @CsvSource({"127, 127", "-128, -128", "1.0, 1", "1e2, 100", "120E-1, 12", "-0, 0", "0e-1000, 0"})
    void wholeNumbersInAnySpelling(String text, byte expected) {
        assertThat(value(text).asByte()).isEqualTo(expected);
        assertThat(value(text).asShort()).isEqualTo(expected);
        assertThat(value(text).asInt()).isEqualTo(expected);
        assertThat(value(text).asLong()).isEqualTo(expected);
    }

    @Test
    void wholeNumbersToTheEndsOfTheirTypes() {
        assertThat(value("32767").asShort()).isEqualTo(Short.MAX_VALUE);
        assertThat(value("-2147483648").asInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(value("9223372036854775807").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(value("-9223372036854775808").asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(value("9.223372036854775807e18").asLong()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void wholeNumbersBeyondTheirTypesAreRefused() {
        assertRefused(JsonValue::asByte, "from -128 to 127", "128", "-129", "1e3");
        assertRefused(JsonValue::asShort, "from -32768 to 32767", "32768", "-32769");
        assertRefused(JsonValue::asInt, "from -2147483648 to 2147483647", "2147483648", "-2147483649");
        assertRefused(JsonValue::asLong, "from -9223372036854775808", "9223372036854775808", "-9223372036854775809");
        assertRefused(JsonValue::asLong, "from -9223372036854775808", "1e1000", "9".repeat(1_000));
    }

    @Test
    void wholeNumbersOfAnySize() {
        assertThat(value("340282366920938463463374607431768211456").asBigInteger())
                .isEqualTo("340282366920938463463374607431768211456");
        assertThat(value("1.50e2").asBigInteger()).isEqualTo(150);
        assertRefused(JsonValue::asBigInteger, "a whole number", "1.5", "\"1\"", "null", "true", "{}", "[]");
        assertRefused(JsonValue::asBigInteger, "at most 1000 decimal places", "1e1001");
    }

    @Test
    void decimalsOfDeclaredDigits() {
        assertThat(value("12.3").asDecimal(4, 2)).isEqualTo(new BigDecimal("12.30"));
        assertThat(value("0e3").asDecimal(1, 0)).isEqualTo(BigDecimal.ZERO);
        assertThat(value("-999").asDecimal(3)).isEqualTo(-999);
        assertRefused(
                number -> number.asDecimal(4, 2),
                "a number of at most 4 digits, 2 of them behind the point",
                "100",
                "1.234",
                "1e3");
        assertRefused(number -> number.asDecimal(3), "a whole number of at most 3 digits", "1000", "-1e3");
    }

    @Test
    void durationsAndTimesOfAPlace() {
        assertThat(value("\"PT1H0.5S\"").asDuration()).isEqualTo(Duration.ofMillis(3_600_500));
        assertThat(value("\"2026-11-23T12:00:00+01:00\"").asOffsetDateTime()).isEqualTo("2026-11-23T12:00:00+01:00");
        assertThat(value("\"2026-11-23T12:00+01:00[Europe/Berlin]\"").asZonedDateTime())
                .isEqualTo("2026-11-23T12:00:00+01:00[Europe/Berlin]");
        assertRefused(JsonValue::asDuration, "a duration such as", "1", "\"1h\"", "\"PT4800000H\"");
        assertRefused(JsonValue::asOffsetDateTime, "with its offset", "\"2026-11-23T12:00:00\"", "1");
        assertRefused(JsonValue::asOffsetDateTime, "with its offset", "\"+999999999-01-01T00:00Z\"");
        assertRefused(JsonValue::asZonedDateTime, "with its zone", "\"2026-11-23T12:00:00\"", "1");
        assertRefused(JsonValue::asZonedDateTime, "with its zone", "\"2026-11-23T12:00:00+01:00[Europe/Atlantis]\"");
    }

    @Test
    void entries() {
        assertThat(value("[{\"key\":1,\"value\":\"a\"},{\"value\":\"b\",\"key\":0}]")
                        .<Integer, String>asEntries(JsonValue::asInt, JsonValue::asString))
                .containsExactly(entry(1, "a"), entry(0, "b"));
        assertThat(value("[]").<Integer, String>asEntries(JsonValue::asInt, JsonValue::asString))
                .isEmpty();
        assertRefused(
                map -> map.asEntries(JsonValue::asInt, JsonValue::asString), "an array", "{}", "1", "null", "\"\"");
    }

    @Test
    void faultOfAnEntryIsAtItsPlace() {
        assertEntriesRefused("[{\"key\":1,\"value\":\"a\"},{\"key\":1,\"value\":\"a\"}]", "in[1]");
        assertEntriesRefused("[{\"key\":1}]", "in[0].value");
        assertEntriesRefused("[{\"key\":null,\"value\":\"a\"}]", "in[0].key");
        assertEntriesRefused("[{\"key\":1,\"value\":null}]", "in[0].value");
        assertEntriesRefused("[{\"key\":1,\"value\":\"a\",\"more\":0}]", "in[0].more");
        assertEntriesRefused("[7]", "in[0]");
    }

    private static void assertEntriesRefused(String json, String field) {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> Json.parse(("{\"in\":" + json + "}").getBytes(StandardCharsets.UTF_8))
                        .asObject("in")
                        .<Map<Integer, String>>required(
                                "in", map -> map.asEntries(JsonValue::asInt, JsonValue::asString)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void whatIsNotAWholeNumberIsRefused() {
        assertRefused(JsonValue::asInt, "a whole number", "1.5", "1e-1", "\"1\"", "null", "true", "{}", "[]");
        assertRefused(JsonValue::asLong, "a whole number", "0.1", "\"1\"", "null", "true", "{}", "[]");
    }

    @Test
    void numbersThatWouldFillTheMemoryAreRefused() {
        for (String text : List.of("1e999999999", "1E-999999999", "1e2147483647", "1e-2147483647")) {
            assertRefused(JsonValue::asBigDecimal, "at most 1000 decimal places or trailing zeros", text);
            assertRefused(JsonValue::asInt, "a", text);
            assertRefused(JsonValue::asLong, "a", text);
        }
    }

    @Test
    void bigDecimalsKeepTheirScale() {
        assertThat(value("12.340").asBigDecimal()).isEqualTo(new BigDecimal("12.340"));
        assertThat(value("1.0").asBigDecimal()).isEqualTo(new BigDecimal("1.0"));
        assertThat(value("0.00").asBigDecimal()).isEqualTo(new BigDecimal("0.00"));
        assertThat(value("7").asBigDecimal()).isEqualTo(new BigDecimal("7"));
        assertThat(value("1e3").asBigDecimal()).isEqualTo(new BigDecimal("1e3"));
        assertThat(value("0.1000000000000000055511151231257827").asBigDecimal())
                .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
        assertRefused(JsonValue::asBigDecimal, "a number", "\"1\"", "null", "true", "{}", "[]");
    }

    @Test
    void doublesAndFloats() {
        assertThat(value("0.1").asDouble()).isEqualTo(0.1);
        assertThat(value("1").asDouble()).isEqualTo(1.0);
        assertThat(value("1e-999999999").asDouble()).isZero();
        assertThat(value("1.7976931348623157e308").asDouble()).isEqualTo(Double.MAX_VALUE);
        assertThat(value("0.1").asFloat()).isEqualTo(0.1f);
        assertThat(value("3.4028235e38").asFloat()).isEqualTo(Float.MAX_VALUE);
        assertRefused(JsonValue::asDouble, "a number that a double can hold", "1e309", "-1e309", "1e999999999");
        assertRefused(JsonValue::asFloat, "a number that a float can hold", "1e39", "-1e39", "1e999999999");
        assertRefused(JsonValue::asDouble, "a number", "\"NaN\"", "\"1\"", "null", "{}");
        assertRefused(JsonValue::asFloat, "a number", "\"Infinity\"", "{}");
    }

    @Test
    void strings() {
        assertThat(value("\"\"").asString()).isEmpty();
        assertThat(value("\"a\\u0000\\n\"").asString()).isEqualTo("a\u0000\n");
        assertThat(value("\"\\uD83D\\uDE00\"").asString()).isEqualTo("😀");
        assertRefused(JsonValue::asString, "a string", "1", "null", "true", "{}", "[]");
    }

    @Test
    void halfOfASurrogatePairIsNoText() {
        assertRefused(JsonValue::asString, "surrogate", "\"\\uD83D\"", "\"\\uDE00\\uD83D\"", "\"\\uD83Dx\"");
    }

    @Test
    void chars() {
        assertThat(value("\"€\"").asChar()).isEqualTo('€');
        assertRefused(JsonValue::asChar, "a string", "\"\"", "\"ab\"", "\"😀\"", "1", "null");
    }

    @Test
    void uuids() {
        UUID expected = UUID.fromString("6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5");
        assertThat(value("\"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5\"").asUuid()).isEqualTo(expected);
        assertThat(value("\"6F1C3A52-8F3E-4A53-9D5A-0C6F7AD1B0E5\"").asUuid()).isEqualTo(expected);
        assertRefused(JsonValue::asUuid, "a UUID", "\"1-1-1-1-1\"", "\"\"", "\"x\"", "1", "null", "{}");
    }

    @Test
    void times() {
        assertThat(value("\"2026-11-23T12:00:00.000001Z\"").asInstant()).isEqualTo("2026-11-23T12:00:00.000001Z");
        assertThat(value("\"1969-12-31T23:59:59Z\"").asInstant()).isBefore(Instant.EPOCH);
        assertThat(value("\"2026-11-23\"").asLocalDate()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(value("\"12:30\"").asLocalTime()).isEqualTo(LocalTime.of(12, 30));
        assertThat(value("\"2026-11-23T12:30:00\"").asLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 11, 23, 12, 30));
        assertRefused(
                JsonValue::asInstant, "a time such as", "\"2026-11-23\"", "\"2026-13-01T00:00:00Z\"", "0", "null");
        assertRefused(JsonValue::asLocalDate, "a date such as", "\"2026-02-30\"", "\"23.11.2026\"", "0", "null");
        assertRefused(JsonValue::asLocalTime, "a time of day such as", "\"24:00:01\"", "\"noon\"", "0", "null");
        assertRefused(JsonValue::asLocalDateTime, "a date and time such as", "\"2026-11-23T12:30:00Z\"", "0", "null");
    }

    @Test
    void timesThatKafkaCannotCarryAreRefused() {
        assertThat(value("\"+294000-01-01T00:00:00Z\"").asInstant()).isAfter(Instant.EPOCH);
        assertRefused(JsonValue::asInstant, "a time", "\"+294248-01-01T00:00:00Z\"", "\"-290310-01-01T00:00:00Z\"");
        assertRefused(JsonValue::asLocalDateTime, "a date and time", "\"+294248-01-01T00:00\"");
        assertRefused(JsonValue::asLocalDate, "a date", "\"+5881580-07-12\"", "\"-5877641-06-22\"");
    }

    @Test
    void bytesAreBase64() {
        assertThat(value("\"AQI=\"").asBytes()).containsExactly(1, 2);
        assertThat(value("\"\"").asBytes()).isEmpty();
        assertRefused(JsonValue::asBytes, "bytes in base64", "\"*\"", "\"A\"", "\"AQI=x\"", "[1,2]", "null");
    }

    @Test
    void enums() {
        JsonValue.Reader<DayOfWeek> day = value -> value.asEnum(DayOfWeek.values());
        assertThat(day.read(value("\"MONDAY\""))).isEqualTo(DayOfWeek.MONDAY);
        assertRefused(day, "one of MONDAY, TUESDAY", "\"Monday\"", "\"\"", "0", "null", "{}");
    }

    @Test
    void lists() {
        assertThat(value("[1,2,1]").<Integer>asList(JsonValue::asInt)).containsExactly(1, 2, 1);
        assertThat(value("[]").<Integer>asList(JsonValue::asInt)).isEmpty();
        assertRefused(value -> value.<Integer>asList(JsonValue::asInt), "an array", "{}", "null", "1", "\"[]\"");
    }

    @Test
    void sets() {
        assertThat(value("[3,1,2]").<Integer>asSet(JsonValue::asInt)).containsExactly(3, 1, 2);
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> value("[1,2,1]").<Integer>asSet(JsonValue::asInt))
                .satisfies(e -> assertThat(e.field()).isEqualTo("value[2]"));
    }

    @Test
    void maps() {
        assertThat(value("{\"b\":1,\"\":2}").<Integer>asMap(JsonValue::asInt))
                .containsExactly(Map.entry("b", 1), Map.entry("", 2));
        assertRefused(value -> value.<Integer>asMap(JsonValue::asInt), "an object", "[]", "null", "1");
    }

    @Test
    void keysOfMapsAreTextToo() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> value("{\"\\uD83D\":1}").<Integer>asMap(JsonValue::asInt))
                .withMessageContaining("surrogate");
    }

    @Test
    void pathLeadsToTheItemAtFault() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> value("[[1],[2,\"x\"]]").<List<Integer>>asList(row -> row.asList(JsonValue::asInt)))
                .withMessage("\"value[1][1]\" must be a whole number, and is \"x\"")
                .satisfies(e -> assertThat(e.field()).isEqualTo("value[1][1]"));
    }

    @Test
    void pathLeadsThroughMapsAndObjects() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> value("{\"k\":{\"n\":null,\"x\":1}}")
                        .<String>asMap(entry -> entry.asObject("n", "x").required("x", JsonValue::asString)))
                .satisfies(e -> assertThat(e.field()).isEqualTo("value.k.x"));
    }

    @Test
    void longValueIsCutInTheMessage() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> value("\"" + "x".repeat(10_000) + "\"").asInt())
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).endsWith("…"));
    }

    private static JsonValue value(String json) {
        JsonValue document = Json.parse(("{\"value\":" + json + "}").getBytes(StandardCharsets.UTF_8));
        return document.<JsonValue>asMap(value -> value).values().iterator().next();
    }

    private static void assertRefused(JsonValue.Reader<?> reader, String expected, String... values) {
        for (String value : values) {
            assertThatExceptionOfType(InvalidJsonException.class)
                    .as(value)
                    .isThrownBy(() -> reader.read(value(value)))
                    .withMessageStartingWith("\"value\" must be ")
                    .withMessageContaining(expected)
                    .satisfies(e -> {
                        assertThat(e.fault()).isEqualTo(Fault.ILL_TYPED_FIELD);
                        assertThat(e.field()).isEqualTo("value");
                    });
        }
    }
}
