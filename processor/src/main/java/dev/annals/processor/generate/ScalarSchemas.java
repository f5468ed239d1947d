package dev.annals.processor.generate;

import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;

/** The Avro schemas of types that have an encoding of their own. */
final class ScalarSchemas {

    private ScalarSchemas() {}

    /** A primitive type, with its logical type where there is one. */
    static Schema of(ScalarKind kind) {
        Schema schema = Schema.create(Schema.Type.valueOf(kind.avroType().toUpperCase(Locale.ROOT)));
        if (!kind.logicalType().isEmpty()) {
            schema.addProp("logicalType", kind.logicalType());
        }
        return schema;
    }

    static Schema of(ValueType.DecimalValue decimal) {
        Schema schema = Schema.create(Schema.Type.BYTES);
        schema.addProp("logicalType", "decimal");
        schema.addProp("precision", decimal.precision());
        schema.addProp("scale", decimal.scale());
        return schema;
    }

    /** A time, and where it was told. */
    static Schema record(ScalarKind kind) {
        Schema.Field place = kind == ScalarKind.OFFSET_DATE_TIME
                ? new Schema.Field("offsetSeconds", of(ScalarKind.INT))
                : new Schema.Field("zone", of(ScalarKind.STRING));
        return Schema.createRecord(
                kind.recordName(),
                null,
                null,
                false,
                List.of(new Schema.Field("instant", of(ScalarKind.INSTANT)), place));
    }
}
