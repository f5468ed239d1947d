package dev.annals.evolution;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Names schemas in messages, and reads the properties of theirs that Avro has no methods for. */
final class SchemaText {

    private static final List<Schema.Type> NAMED = List.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);

    private SchemaText() {}

    /** {@code record bank.Money}, {@code decimal(12, 2)}, {@code timestamp-micros}, {@code union of null and string}. */
    static String describe(Schema schema) {
        if (schema.isUnion()) {
            return schema.getTypes().stream().map(SchemaText::describe).collect(Collectors.joining(" or "));
        }
        String logical = logicalType(schema);
        String type = schema.getType().name().toLowerCase(Locale.ROOT);
        if (logical == null) {
            return isNamed(schema) ? type + " " + schema.getFullName() : type;
        } else if (logical.equals("decimal")) {
            return "decimal(%d, %d)".formatted(precision(schema), scale(schema));
        }
        return "%s (%s)".formatted(logical, type);
    }

    static boolean isNamed(Schema schema) {
        return NAMED.contains(schema.getType());
    }

    static @Nullable String logicalType(Schema schema) {
        return schema.getObjectProp("logicalType") instanceof String name ? name : null;
    }

    static boolean haveEqualLogicalTypes(Schema one, Schema other) {
        return Objects.equals(logicalType(one), logicalType(other));
    }

    static int scale(Schema decimal) {
        return number(decimal, "scale", 0);
    }

    static int precision(Schema decimal) {
        return number(decimal, "precision", 0);
    }

    private static int number(Schema schema, String property, int otherwise) {
        return schema.getObjectProp(property) instanceof Integer number ? number : otherwise;
    }
}
