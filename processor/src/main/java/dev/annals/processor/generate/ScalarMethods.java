package dev.annals.processor.generate;

import dev.annals.processor.model.Names;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.util.Locale;

/** The runtime's methods for scalars, all named after the type: {@code writeBigDecimal}, {@code asBigDecimal}. */
final class ScalarMethods {

    private ScalarMethods() {}

    /** In {@code AvroWriter}, which widens what Avro has no type for. */
    static String avroWrite(ScalarKind kind) {
        return switch (kind) {
            case BYTE, SHORT -> "writeInt";
            default -> "write" + typeName(kind);
        };
    }

    /** In {@code AvroReader}. */
    static String avroRead(ScalarKind kind) {
        return kind == ScalarKind.BYTE ? "readByteFromInt" : "read" + typeName(kind);
    }

    /** In {@code JsonValue}. */
    static String jsonRead(ScalarKind kind) {
        return "as" + typeName(kind);
    }

    /** What the methods for decimals, {@code writeDecimal} and the like, are told of the digits. */
    static String digits(ValueType.DecimalValue decimal) {
        return decimal.whole() ? Integer.toString(decimal.precision()) : decimal.precision() + ", " + decimal.scale();
    }

    private static String typeName(ScalarKind kind) {
        return Names.pascalCase(kind.name().toLowerCase(Locale.ROOT));
    }
}
