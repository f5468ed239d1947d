package dev.annals.processor.read;

import dev.annals.processor.model.ScalarKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.TypeKind;

/** The Java types that have an encoding of their own. */
public final class ScalarTypes {

    private static final Map<TypeKind, ScalarKind> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, ScalarKind.BOOLEAN,
            TypeKind.BYTE, ScalarKind.BYTE,
            TypeKind.SHORT, ScalarKind.SHORT,
            TypeKind.INT, ScalarKind.INT,
            TypeKind.LONG, ScalarKind.LONG,
            TypeKind.FLOAT, ScalarKind.FLOAT,
            TypeKind.DOUBLE, ScalarKind.DOUBLE);

    private static final Map<String, ScalarKind> CLASSES = Map.ofEntries(
            Map.entry("java.lang.Boolean", ScalarKind.BOOLEAN),
            Map.entry("java.lang.Byte", ScalarKind.BYTE),
            Map.entry("java.lang.Short", ScalarKind.SHORT),
            Map.entry("java.lang.Integer", ScalarKind.INT),
            Map.entry("java.lang.Long", ScalarKind.LONG),
            Map.entry("java.lang.Float", ScalarKind.FLOAT),
            Map.entry("java.lang.Double", ScalarKind.DOUBLE),
            Map.entry("java.lang.String", ScalarKind.STRING),
            Map.entry("java.math.BigDecimal", ScalarKind.BIG_DECIMAL),
            Map.entry("java.math.BigInteger", ScalarKind.BIG_INTEGER),
            Map.entry("java.util.UUID", ScalarKind.UUID),
            Map.entry("java.time.Instant", ScalarKind.INSTANT),
            Map.entry("java.time.LocalDate", ScalarKind.LOCAL_DATE),
            Map.entry("java.time.LocalTime", ScalarKind.LOCAL_TIME),
            Map.entry("java.time.LocalDateTime", ScalarKind.LOCAL_DATE_TIME),
            Map.entry("java.time.Duration", ScalarKind.DURATION),
            Map.entry("java.time.OffsetDateTime", ScalarKind.OFFSET_DATE_TIME),
            Map.entry("java.time.ZonedDateTime", ScalarKind.ZONED_DATE_TIME));

    private ScalarTypes() {}

    /** What a class is, by its full name. */
    static Optional<ScalarKind> ofClass(CharSequence name) {
        return Optional.ofNullable(CLASSES.get(name.toString()));
    }

    static Optional<ScalarKind> ofPrimitive(TypeKind kind) {
        return Optional.ofNullable(PRIMITIVES.get(kind));
    }

    /** The names of all classes and primitive types that there are. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(CLASSES.keySet());
        PRIMITIVES.keySet().forEach(kind -> names.add(kind.name().toLowerCase(Locale.ROOT)));
        return names;
    }
}
