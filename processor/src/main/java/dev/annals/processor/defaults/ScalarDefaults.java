package dev.annals.processor.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType.DecimalValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Defaults of types that have an encoding of their own. */
final class ScalarDefaults {

    /** The largest scale that the runtime takes, either way. */
    private static final int LARGEST_SCALE = 1_000;

    private ScalarDefaults() {}

    static Object of(JsonNode node, ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> require(node.isBoolean(), "true or false", node).booleanValue();
            case BYTE -> integer(node, Byte.MIN_VALUE, Byte.MAX_VALUE).intValue();
            case SHORT -> integer(node, Short.MIN_VALUE, Short.MAX_VALUE).intValue();
            case INT -> integer(node, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
            case LONG -> integer(node, Long.MIN_VALUE, Long.MAX_VALUE).longValue();
            case FLOAT -> finite(number(node).floatValue());
            case DOUBLE -> finite(number(node).doubleValue());
            case BIG_DECIMAL -> bigDecimal(number(node));
            case BIG_INTEGER -> whole(node).toByteArray();
            default -> ofText(string(node, kind), kind);
        };
    }

    /** The number without its point, in two's complement. */
    static Object of(JsonNode node, DecimalValue decimal) {
        BigDecimal value = decimal.whole() ? new BigDecimal(whole(node)) : number(node);
        if (value.scale() > decimal.scale()
                || (value.signum() != 0
                        && (long) value.precision() - value.scale() + decimal.scale() > decimal.precision())) {
            throw new InvalidDefaultException("a number of at most %d digits, %d of them behind the point"
                    .formatted(decimal.precision(), decimal.scale()));
        }
        return value.setScale(decimal.scale()).unscaledValue().toByteArray();
    }

    private static Object ofText(String text, ScalarKind kind) {
        return switch (kind) {
            case BYTES -> parsed(text, Base64.getDecoder()::decode, "bytes in base64");
            case UUID -> uuid(text);
            case INSTANT -> micros(parsed(text, Instant::parse, "a time such as 2026-11-23T12:00:00Z"));
            case LOCAL_DATE -> day(parsed(text, LocalDate::parse, "a date such as 2026-11-23"));
            case LOCAL_TIME ->
                parsed(text, LocalTime::parse, "a time of day such as 12:00:00").toNanoOfDay() / 1_000;
            case LOCAL_DATE_TIME ->
                micros(parsed(text, LocalDateTime::parse, "a date and time such as 2026-11-23T12:00:00")
                        .toInstant(ZoneOffset.UTC));
            case DURATION ->
                parsed(
                        text,
                        value -> Duration.parse(value).toNanos(),
                        "a duration such as PT1H30M, of some 292 years at most");
            case OFFSET_DATE_TIME ->
                offsetDateTime(parsed(
                        text, OffsetDateTime::parse, "a time with its offset such as 2026-11-23T12:00:00+01:00"));
            case ZONED_DATE_TIME ->
                zonedDateTime(parsed(
                        text,
                        ZonedDateTime::parse,
                        "a time with its zone such as 2026-11-23T12:00:00+01:00[Europe/Berlin]"));
            default -> text;
        };
    }

    private static byte[] bigDecimal(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new InvalidDefaultException(
                    "a number of at most " + LARGEST_SCALE + " decimal places or trailing zeros");
        }
        ByteBuffer bytes = new Conversions.BigDecimalConversion()
                .toBytes(value, Schema.create(Schema.Type.BYTES), LogicalTypes.bigDecimal());
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private static Map<String, Object> offsetDateTime(OffsetDateTime value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instant", micros(value.toInstant()));
        fields.put("offsetSeconds", value.getOffset().getTotalSeconds());
        return fields;
    }

    private static Map<String, Object> zonedDateTime(ZonedDateTime value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instant", micros(value.toInstant()));
        fields.put("zone", value.getZone().getId());
        return fields;
    }

    private static long micros(Instant value) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, value.truncatedTo(ChronoUnit.MICROS));
        } catch (ArithmeticException e) {
            throw new InvalidDefaultException("a time that microseconds in 64 bits can hold");
        }
    }

    private static int day(LocalDate value) {
        long day = value.toEpochDay();
        if (day != (int) day) {
            throw new InvalidDefaultException("a date that days in 32 bits can hold");
        }
        return (int) day;
    }

    private static String uuid(String text) {
        String expected = "a UUID such as 6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5";
        String value = parsed(text, UUID::fromString, expected).toString();
        if (!value.equalsIgnoreCase(text)) {
            throw new InvalidDefaultException(expected);
        }
        return value;
    }

    private static <T> T parsed(String text, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidDefaultException(expected);
        }
    }

    private static String string(JsonNode node, ScalarKind kind) {
        String text = require(node.isTextual(), "a string", node).textValue();
        boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return require(encodable || kind != ScalarKind.STRING, "a string without half of a surrogate pair", text);
    }

    private static BigDecimal number(JsonNode node) {
        return require(node.isNumber(), "a number", node).decimalValue();
    }

    private static BigInteger whole(JsonNode node) {
        BigDecimal value = require(node.isNumber(), "a whole number", node).decimalValue();
        boolean whole = Math.abs((long) value.scale()) <= LARGEST_SCALE
                && (value.signum() == 0 || value.stripTrailingZeros().scale() <= 0);
        return require(whole, "a whole number", value).toBigInteger();
    }

    private static BigInteger integer(JsonNode node, long min, long max) {
        BigInteger value = whole(node);
        boolean inRange = value.bitLength() < Long.SIZE && value.longValue() >= min && value.longValue() <= max;
        return require(inRange, "a whole number from " + min + " to " + max, value);
    }

    private static Number finite(Number value) {
        return require(!Double.isInfinite(value.doubleValue()), "a number that the type can hold", value);
    }

    private static <T> T require(boolean condition, String expected, T value) {
        if (!condition) {
            throw new InvalidDefaultException(expected);
        }
        return value;
    }
}
