package everything;

import dev.annals.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events with a component of each type that there is. */
public sealed interface Happening {

    /** No component at all. */
    record SeenNothing() implements Happening {}

    /** Numbers. */
    record SeenNumbers(
            boolean aBoolean,
            byte aByte,
            short aShort,
            int anInt,
            long aLong,
            float aFloat,
            double aDouble,
            Boolean boxedBoolean,
            Byte boxedByte,
            Short boxedShort,
            Integer boxedInt,
            Long boxedLong,
            Float boxedFloat,
            Double boxedDouble,
            BigDecimal number,
            @Decimal(precision = 9, scale = 2) BigDecimal price,
            @Decimal(precision = 30, scale = 4) BigDecimal large,
            BigInteger whole,
            @Decimal(precision = 25) BigInteger count)
            implements Happening {}

    /** Text, and what is written like it. */
    record SeenText(String text, UUID uuid, Color color, Label label) implements Happening {}

    /** Bytes. */
    @SuppressWarnings("ArrayRecordComponent") // One of the types that there are.
    record SeenBytes(byte[] bytes) implements Happening {}

    /** Times. */
    record SeenTimes(
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration,
            OffsetDateTime offset,
            ZonedDateTime zoned)
            implements Happening {}

    /** What may be absent. */
    record SeenNone(
            @Nullable Integer nullableInt,
            @Nullable String nullableText,
            @Nullable Color nullableColor,
            @Nullable Label nullableLabel,
            @Nullable Shape nullableShape,
            @Nullable List<String> nullableList,
            Optional<Long> optionalLong,
            Optional<UUID> optionalUuid,
            Optional<Shape> optionalShape,
            Optional<Map<String, Optional<Label>>> optionalMap)
            implements Happening {}

    /** What holds many. */
    record SeenMany(
            List<String> texts,
            List<@Nullable Integer> nullables,
            List<List<Boolean>> lists,
            Set<UUID> uuids,
            Set<Color> colors,
            Set<Label> labels,
            Map<String, Instant> instants,
            Map<String, List<Shape>> shapes,
            Map<UUID, Long> byUuid,
            Map<Integer, Optional<String>> byInt,
            Map<Color, Map<LocalDate, Double>> byColor,
            Map<Point, Set<Short>> byPoint)
            implements Happening {}

    /** What holds others, and itself. */
    record SeenNested(Point point, Shape shape, List<Shape> shapes, Tree tree, Formula formula) implements Happening {}
}
