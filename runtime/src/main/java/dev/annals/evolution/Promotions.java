package dev.annals.evolution;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** The types that are read as wider ones, as Avro's specification has them. */
final class Promotions {

    private static final Map<Schema.Type, Set<Schema.Type>> WIDER = new EnumMap<>(Map.of(
            Schema.Type.INT, Set.of(Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE),
            Schema.Type.LONG, Set.of(Schema.Type.FLOAT, Schema.Type.DOUBLE),
            Schema.Type.FLOAT, Set.of(Schema.Type.DOUBLE),
            Schema.Type.STRING, Set.of(Schema.Type.BYTES),
            Schema.Type.BYTES, Set.of(Schema.Type.STRING)));

    private Promotions() {}

    /** Whether a value of one is read as one of the other; a logical type is a meaning that would be lost. */
    static boolean allow(Schema writer, Schema reader) {
        return isWider(writer.getType(), reader.getType())
                && SchemaText.logicalType(writer) == null
                && SchemaText.logicalType(reader) == null;
    }

    static boolean isWider(Schema.Type writer, Schema.Type reader) {
        return WIDER.getOrDefault(writer, Set.of()).contains(reader);
    }

    /** How the bytes change, if they do. */
    static Conversion of(Schema writer, Schema reader) {
        Schema.Type to = reader.getType();
        return to == Schema.Type.FLOAT || to == Schema.Type.DOUBLE
                ? new Conversion.Promotion(writer.getType(), to)
                : new Conversion.Same(writer);
    }
}
