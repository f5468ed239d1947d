package dev.annals.processor.gate;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** All schemas that were released. */
final class ReleasedSchemas {

    /** Where nothing was released yet. */
    static final ReleasedSchemas NONE = new ReleasedSchemas();

    private final List<Released> all = new ArrayList<>();

    private ReleasedSchemas() {}

    /**
     * Reads a folder.
     *
     * @param diagnostics takes the files that are not as the gate wrote them
     */
    static ReleasedSchemas in(SchemaFolder folder, Diagnostics diagnostics) {
        ReleasedSchemas released = new ReleasedSchemas();
        for (SchemaFile file : folder.read()) {
            Optional<Schema> schema = parse(folder, file, diagnostics);
            schema.ifPresent(parsed -> released.add(folder, file, parsed, diagnostics));
        }
        return released;
    }

    /** The names of all records that were released. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        all.forEach(released -> names.add(released.name()));
        return names;
    }

    /** The releases of a record, in the order of their files. */
    List<Released> of(String name) {
        return all.stream().filter(released -> released.name().equals(name)).toList();
    }

    /** The number for a record's next release. */
    int next(String name) {
        return of(name).stream().mapToInt(Released::number).max().orElse(0) + 1;
    }

    private static Optional<Schema> parse(SchemaFolder folder, SchemaFile file, Diagnostics diagnostics) {
        try {
            return Optional.of(new Schema.Parser().parse(file.text()));
        } catch (AvroRuntimeException e) {
            refuse(folder, file, "it is no Avro schema (" + firstLine(e) + ")", diagnostics);
            return Optional.empty();
        }
    }

    private void add(SchemaFolder folder, SchemaFile file, Schema schema, Diagnostics diagnostics) {
        if (file.name().isEmpty() || file.number().isEmpty()) {
            refuse(folder, file, "its name is not {record's full name}.{number}.avsc", diagnostics);
        } else if (schema.getType() != Schema.Type.RECORD
                || !schema.getFullName().equals(file.name().get())) {
            String found = schema.getType() == Schema.Type.RECORD ? schema.getFullName() : schema.getType() + "";
            refuse(folder, file, "the schema in it is that of " + found, diagnostics);
        } else {
            all.add(new Released(
                    file.fileName(), file.name().get(), file.number().get(), schema));
        }
    }

    private static void refuse(SchemaFolder folder, SchemaFile file, String reason, Diagnostics diagnostics) {
        diagnostics.error(
                Code.RELEASED_UNREADABLE,
                Location.NONE,
                "%s is not a released schema as it was written there: %s. Restore it from version control, or move what is"
                        + " not the gate's to another folder",
                folder.path().resolve(file.fileName()),
                reason);
    }

    private static String firstLine(AvroRuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
