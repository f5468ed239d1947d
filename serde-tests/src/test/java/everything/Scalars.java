package everything;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Values that hold no others. */
final class Scalars {

    private static final BigInteger LARGE = BigInteger.TEN.pow(40);

    private static final Map<Class<?>, Arbitrary<?>> KINDS = kinds();

    private Scalars() {}

    static Arbitrary<Object> of(Class<?> type, Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            Arbitrary<BigInteger> unscaled = unscaled(decimal.getPrecision());
            return type == BigInteger.class
                    ? unscaled.map(number -> number)
                    : unscaled.map(number -> new BigDecimal(number, decimal.getScale()));
        } else if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        Arbitrary<?> kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("No values of " + type);
        }
        return kind.map(value -> value);
    }

    private static Arbitrary<BigInteger> unscaled(int precision) {
        BigInteger most = BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
        return Arbitraries.bigIntegers().between(most.negate(), most);
    }

    private static Map<Class<?>, Arbitrary<?>> kinds() {
        Map<Class<?>, Arbitrary<?>> kinds = new HashMap<>();
        numbers(kinds);
        kinds.put(String.class, text());
        kinds.put(
                UUID.class,
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new));
        kinds.put(byte[].class, Arbitraries.bytes().array(byte[].class).ofMaxSize(100));
        times(kinds);
        return kinds;
    }

    private static void numbers(Map<Class<?>, Arbitrary<?>> kinds) {
        both(kinds, boolean.class, Boolean.class, Arbitraries.of(true, false));
        both(kinds, byte.class, Byte.class, Arbitraries.bytes());
        both(kinds, short.class, Short.class, Arbitraries.shorts());
        both(kinds, int.class, Integer.class, Arbitraries.integers());
        both(kinds, long.class, Long.class, Arbitraries.longs());
        both(kinds, float.class, Float.class, Arbitraries.integers().map(Float::intBitsToFloat));
        both(kinds, double.class, Double.class, Arbitraries.longs().map(Double::longBitsToDouble));
        Arbitrary<BigInteger> whole = Arbitraries.bigIntegers().between(LARGE.negate(), LARGE);
        kinds.put(BigInteger.class, whole);
        kinds.put(
                BigDecimal.class,
                Combinators.combine(
                                Arbitraries.oneOf(whole, Arbitraries.longs().map(BigInteger::valueOf)),
                                Arbitraries.integers().between(-1_000, 1_000))
                        .as(BigDecimal::new));
    }

    /** Short and long, ASCII and not, with pairs of surrogates and never half of one. */
    private static Arbitrary<String> text() {
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(80);
        Arbitrary<String> any = Arbitraries.strings()
                .all()
                .ofMaxLength(80)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
        Arbitrary<String> points = Arbitraries.of("é", "€", "😀", "a", "?", "\uFFFD", "\u0000", "\u07FF", "\u0800")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(ascii, any, points);
    }

    private static void times(Map<Class<?>, Arbitrary<?>> kinds) {
        Arbitrary<Instant> instants = Arbitraries.oneOf(
                Arbitraries.longs().map(Scalars::instant),
                Arbitraries.longs().between(-5_000_000, 5_000_000).map(Scalars::instant));
        kinds.put(Instant.class, instants);
        kinds.put(LocalDate.class, Arbitraries.integers().map(LocalDate::ofEpochDay));
        kinds.put(
                LocalTime.class,
                Arbitraries.longs()
                        .between(0, ChronoUnit.DAYS.getDuration().toSeconds() * 1_000_000 - 1)
                        .map(micros -> LocalTime.ofNanoOfDay(micros * 1_000)));
        kinds.put(LocalDateTime.class, instants.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        kinds.put(Duration.class, Arbitraries.longs().map(Duration::ofNanos));
        kinds.put(
                OffsetDateTime.class,
                Combinators.combine(instants, Arbitraries.integers().between(-18 * 3600, 18 * 3600))
                        .as((instant, offset) -> OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(offset))));
        kinds.put(
                ZonedDateTime.class,
                Combinators.combine(instants, Arbitraries.of("Europe/Berlin", "UTC", "Z", "+05:30", "America/New_York"))
                        .as((instant, zone) -> ZonedDateTime.ofInstant(instant, ZoneId.of(zone))));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static <T> void both(
            Map<Class<?>, Arbitrary<?>> kinds, Class<?> primitive, Class<?> boxed, Arbitrary<T> values) {
        kinds.put(primitive, values);
        kinds.put(boxed, values);
    }
}
