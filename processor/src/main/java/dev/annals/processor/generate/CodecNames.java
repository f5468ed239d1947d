package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the records of a codec are called in it: in the names of its methods, and as constants. */
final class CodecNames {

    private final Map<ClassName, String> labels = new HashMap<>();
    private final Map<ClassName, String> constants = new HashMap<>();

    CodecNames(List<SchemaVersion> current, List<SchemaVersion> former) {
        VariableNames takenLabels = new VariableNames();
        VariableNames takenConstants = new VariableNames();
        // Messages first: they are called as they are, and former versions make way.
        for (List<SchemaVersion> schemas : List.of(current, former)) {
            for (SchemaVersion schema : schemas) {
                String label = takenLabels.of(label(schema));
                labels.put(schema.record().name(), label);
                constants.put(schema.record().name(), takenConstants.of(Names.constantCase(label)));
            }
        }
    }

    /** What methods for a record are called after: {@code DepositedV1}. */
    String label(RecordType record) {
        return Objects.requireNonNull(labels.get(record.name()), record::toString);
    }

    /** The constant that holds a record's schema: {@code DEPOSITED_V1}. */
    String constant(RecordType record) {
        return Objects.requireNonNull(constants.get(record.name()), record::toString);
    }

    /** A former version that stands in its message has its name from both. */
    private static String label(SchemaVersion schema) {
        ClassName name = schema.record().name();
        ClassName message = schema.message().name();
        return message.equals(name.enclosingClassName()) ? message.simpleName() + name.simpleName() : name.simpleName();
    }
}
