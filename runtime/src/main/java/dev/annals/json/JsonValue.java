package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.InvalidJsonException.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and the field it stands in. Each {@code as} method reads it as one Java type, or throws an {@link
 * InvalidJsonException} that names the field; nothing is converted on the quiet.
 */
public final class JsonValue {

    /**
     * The largest scale of a number, either way. Ten characters can ask for a number of a billion digits, which the first
     * addition would try to build.
     */
    private static final int LARGEST_SCALE = 1_000;

    /** The ranges of micro- and nanoseconds in 64 bits and of days in 32, which is what times take in Avro. */
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final LocalDate EARLIEST_DAY = LocalDate.ofEpochDay(Integer.MIN_VALUE);
    private static final LocalDate LATEST_DAY = LocalDate.ofEpochDay(Integer.MAX_VALUE);

    private final JsonNode node;
    private final String path;
    private final boolean lenient;

    /**
     * A value.
     *
     * @param lenient whether fields that nobody asks for are passed over, in it and in all that it holds
     */
    JsonValue(JsonNode node, String path, boolean lenient) {
        this.node = node;
        this.path = path;
        this.lenient = lenient;
    }

    /** Reads a value of any type; what a generated method reference does for a nested one. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonValue value);
    }

    /** The name of the message in {@code _type}; an object that has none is refused with the names that there are. */
    public String messageType(String... known) {
        JsonNode type = requireObject().get("_type");
        if (type == null || !type.isTextual()) {
            throw new InvalidJsonException(
                    Fault.MISSING_TYPE,
                    child("_type"),
                    "\"" + child("_type") + "\" must name one of " + String.join(", ", known));
        }
        return type.textValue();
    }

    /** What to throw for a message type that does not exist. */
    public InvalidJsonException unknownType(String... known) {
        return new InvalidJsonException(
                Fault.UNKNOWN_TYPE,
                child("_type"),
                "There is no \"" + cut(node.path("_type").asText()) + "\"; \"" + child("_type") + "\" must name one of "
                        + String.join(", ", known));
    }

    /** The fields of an object that has no others than these, unless it is read leniently. */
    public JsonObject asObject(String... fields) {
        requireObject();
        if (lenient) {
            return new JsonObject(node, path, true);
        }
        List<String> known = Arrays.asList(fields);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidJsonException(
                        Fault.UNKNOWN_FIELD,
                        child(name),
                        "There is no field \"" + child(name) + "\"; the fields are " + String.join(", ", known));
            }
        });
        return new JsonObject(node, path, false);
    }

    /** Makes a record, whose constructor may refuse what was read; its message is then the caller's to see. */
    public <T> T construct(Supplier<? extends T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidJsonException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new InvalidJsonException(Fault.REFUSED_ARGUMENTS, path.isEmpty() ? null : path, reason);
        }
    }

    public boolean asBoolean() {
        return require(JsonNode::isBoolean, "true or false").booleanValue();
    }

    public byte asByte() {
        return (byte) asIntegerBetween(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public short asShort() {
        return (short) asIntegerBetween(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public int asInt() {
        return (int) asIntegerBetween(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public long asLong() {
        return asIntegerBetween(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public float asFloat() {
        float value = require(JsonNode::isNumber, "a number").floatValue();
        return (float) requireFinite(value, "float");
    }

    public double asDouble() {
        return requireFinite(require(JsonNode::isNumber, "a number").doubleValue(), "double");
    }

    public BigDecimal asBigDecimal() {
        BigDecimal value = require(JsonNode::isNumber, "a number").decimalValue();
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw illTyped("a number of at most " + LARGEST_SCALE + " decimal places or trailing zeros");
        }
        return value;
    }

    /**
     * A number with exactly so many digits behind the point.
     *
     * @param precision the most digits that there may be, those behind the point among them
     */
    public BigDecimal asDecimal(int precision, int scale) {
        BigDecimal value = asBigDecimal();
        if (value.scale() > scale
                || (value.signum() != 0 && (long) value.precision() - value.scale() + scale > precision)) {
            throw illTyped("a number of at most %d digits, %d of them behind the point".formatted(precision, scale));
        }
        return value.setScale(scale);
    }

    /** A whole number of at most so many digits. */
    public BigInteger asDecimal(int precision) {
        BigInteger value = asBigInteger();
        if (new BigDecimal(value).precision() > precision) {
            throw illTyped("a whole number of at most " + precision + " digits");
        }
        return value;
    }

    public BigInteger asBigInteger() {
        require(JsonNode::isNumber, "a whole number");
        try {
            return asBigDecimal().toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw illTyped("a whole number");
        }
    }

    public char asChar() {
        String text = asString();
        if (text.length() != 1) {
            throw illTyped("a string of one character");
        }
        return text.charAt(0);
    }

    public String asString() {
        String text = require(JsonNode::isTextual, "a string").textValue();
        if (!isEncodable(text)) {
            throw illTyped("a string without half of a surrogate pair");
        }
        return text;
    }

    public UUID asUuid() {
        String expected = "a UUID such as \"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5\"";
        UUID value = parsed(expected, UUID::fromString);
        if (!value.toString().equalsIgnoreCase(node.textValue())) {
            throw illTyped(expected);
        }
        return value;
    }

    public Instant asInstant() {
        String expected = "a time such as \"2026-11-23T12:00:00Z\"";
        return requireBetween(EARLIEST, parsed(expected, Instant::parse), LATEST, expected);
    }

    public LocalDate asLocalDate() {
        String expected = "a date such as \"2026-11-23\"";
        return requireBetween(EARLIEST_DAY, parsed(expected, LocalDate::parse), LATEST_DAY, expected);
    }

    public LocalTime asLocalTime() {
        return parsed("a time of day such as \"12:00:00\"", LocalTime::parse);
    }

    public LocalDateTime asLocalDateTime() {
        String expected = "a date and time such as \"2026-11-23T12:00:00\"";
        LocalDateTime value = parsed(expected, LocalDateTime::parse);
        requireBetween(EARLIEST, value.toInstant(ZoneOffset.UTC), LATEST, expected);
        return value;
    }

    public Duration asDuration() {
        String expected = "a duration such as \"PT1H30M\"";
        return requireBetween(SHORTEST, parsed(expected, Duration::parse), LONGEST, expected);
    }

    public OffsetDateTime asOffsetDateTime() {
        String expected = "a time with its offset such as \"2026-11-23T12:00:00+01:00\"";
        OffsetDateTime value = parsed(expected, OffsetDateTime::parse);
        requireBetween(EARLIEST, value.toInstant(), LATEST, expected);
        return value;
    }

    public ZonedDateTime asZonedDateTime() {
        String expected = "a time with its zone such as \"2026-11-23T12:00:00+01:00[Europe/Berlin]\"";
        ZonedDateTime value = parsed(expected, ZonedDateTime::parse);
        requireBetween(EARLIEST, value.toInstant(), LATEST, expected);
        return value;
    }

    public byte[] asBytes() {
        return parsed("bytes in base64", Base64.getDecoder()::decode);
    }

    public <T extends Enum<T>> T asEnum(T[] constants) {
        String name = require(JsonNode::isTextual, "one of " + names(constants)).textValue();
        for (T constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw illTyped("one of " + names(constants));
    }

    public <T> List<T> asList(Reader<? extends T> items) {
        List<T> values = new ArrayList<>();
        requireItems().forEach(item -> values.add(items.read(item)));
        return Collections.unmodifiableList(values);
    }

    public <T> Set<T> asSet(Reader<? extends T> items) {
        Set<T> values = new LinkedHashSet<>();
        for (JsonValue item : requireItems()) {
            if (!values.add(items.read(item))) {
                throw item.illTyped("a value that is not in the array already");
            }
        }
        return Collections.unmodifiableSet(values);
    }

    public <T> Map<String, T> asMap(Reader<? extends T> items) {
        Map<String, T> values = new LinkedHashMap<>();
        requireObject().properties().forEach(entry -> {
            if (!isEncodable(entry.getKey())) {
                throw illTyped("an object whose keys have no half of a surrogate pair");
            }
            values.put(entry.getKey(), items.read(new JsonValue(entry.getValue(), child(entry.getKey()), lenient)));
        });
        return Collections.unmodifiableMap(values);
    }

    /** A map whose keys are no strings: an array of objects of a "key" and a "value" each. */
    public <K, V> Map<K, V> asEntries(Reader<? extends K> keys, Reader<? extends V> items) {
        Map<K, V> values = new LinkedHashMap<>();
        for (JsonValue item : requireItems()) {
            JsonObject entry = item.asObject("key", "value");
            K key = entry.required("key", keys);
            if (values.containsKey(key)) {
                throw item.illTyped("an entry whose key is not in the array already");
            }
            values.put(key, items.read(entry.value("value")));
        }
        return Collections.unmodifiableMap(values);
    }

    /** A value, or nothing where there is a null; of an item of a list or map, which cannot be absent. */
    public <T> Optional<T> asOptional(Reader<? extends T> reader) {
        return Optional.ofNullable(this.<T>asNullable(reader));
    }

    /** A value, or null; of an item of a list or map, which cannot be absent. */
    public <T> @Nullable T asNullable(Reader<? extends T> reader) {
        return node.isNull() ? null : reader.read(this);
    }

    private JsonNode requireObject() {
        return require(JsonNode::isObject, "an object");
    }

    private List<JsonValue> requireItems() {
        require(JsonNode::isArray, "an array");
        List<JsonValue> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(new JsonValue(item, path + "[" + items.size() + "]", lenient)));
        return items;
    }

    private long asIntegerBetween(long min, long max) {
        BigInteger integer = asBigInteger();
        if (integer.bitLength() < Long.SIZE && integer.longValue() >= min && integer.longValue() <= max) {
            return integer.longValue();
        }
        throw illTyped("a whole number from " + min + " to " + max);
    }

    private double requireFinite(double value, String type) {
        if (Double.isInfinite(value)) {
            throw illTyped("a number that a " + type + " can hold");
        }
        return value;
    }

    private <T extends Comparable<? super T>> T requireBetween(T min, T value, T max, String expected) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw illTyped(expected + " from " + min + " to " + max);
        }
        return value;
    }

    private <T> T parsed(String expected, Function<String, T> parser) {
        String text = require(JsonNode::isTextual, expected).textValue();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw illTyped(expected);
        }
    }

    private JsonNode require(Predicate<JsonNode> type, String expected) {
        if (!type.test(node)) {
            throw illTyped(expected);
        }
        return node;
    }

    private InvalidJsonException illTyped(String expected) {
        String found = node.isContainerNode() ? (node.isArray() ? "an array" : "an object") : cut(node.toString());
        String where = path.isEmpty() ? "The body" : "\"" + path + "\"";
        return new InvalidJsonException(
                path.isEmpty() ? Fault.NOT_JSON : Fault.ILL_TYPED_FIELD,
                path.isEmpty() ? null : path,
                where + " must be " + expected + ", and is " + found);
    }

    private String child(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** Whether UTF-8 has bytes for this text. */
    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String names(Enum<?>[] constants) {
        return String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
