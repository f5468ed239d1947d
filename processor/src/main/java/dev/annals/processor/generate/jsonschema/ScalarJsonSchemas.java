package dev.annals.processor.generate.jsonschema;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType.DecimalValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * JSON Schemas of the types that have an encoding of their own. A {@code format} stands where the type's {@code toString} always
 * writes it; Java leaves out seconds that are zero, so that most times have none.
 */
final class ScalarJsonSchemas {

    private ScalarJsonSchemas() {}

    static ObjectNode of(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN -> type("boolean");
            case BYTE -> integer("int32").put("minimum", Byte.MIN_VALUE).put("maximum", Byte.MAX_VALUE);
            case SHORT -> integer("int32").put("minimum", Short.MIN_VALUE).put("maximum", Short.MAX_VALUE);
            case INT -> integer("int32");
            case LONG -> integer("int64");
            case FLOAT -> type("number").put("format", "float");
            case DOUBLE -> type("number").put("format", "double");
            case BIG_DECIMAL -> type("number");
            case BIG_INTEGER -> type("integer");
            case STRING -> type("string");
            case BYTES -> type("string").put("contentEncoding", "base64");
            case UUID -> type("string").put("format", "uuid");
            case INSTANT -> type("string").put("format", "date-time");
            case LOCAL_DATE -> type("string").put("format", "date");
            case LOCAL_TIME -> text("A time of day", "12:00:00.5");
            case LOCAL_DATE_TIME -> text("A date and time without a time zone", "2026-11-23T12:00");
            case DURATION -> text("A duration in hours, minutes and seconds", "PT1H30M");
            case OFFSET_DATE_TIME -> text("A date and time with its offset", "2026-11-23T12:00+01:00");
            case ZONED_DATE_TIME -> text("A date and time with its time zone", "2026-11-23T12:00+01:00[Europe/Berlin]");
        };
    }

    /** A number of declared digits, from the smallest to the largest that these can say. */
    static ObjectNode of(DecimalValue decimal) {
        BigDecimal most =
                new BigDecimal(BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE), decimal.scale());
        ObjectNode schema = type(decimal.whole() ? "integer" : "number")
                .put("minimum", most.negate())
                .put("maximum", most);
        return decimal.scale() == 0 ? schema : schema.put("multipleOf", BigDecimal.ONE.movePointLeft(decimal.scale()));
    }

    private static ObjectNode type(String type) {
        return object().put("type", type);
    }

    private static ObjectNode integer(String format) {
        return type("integer").put("format", format);
    }

    private static ObjectNode text(String description, String example) {
        ObjectNode schema = type("string").put("description", description);
        schema.putArray("examples").add(example);
        return schema;
    }
}
