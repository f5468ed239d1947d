package dev.annals.evolution;

import dev.annals.evolution.Incompatibility.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Gathers what cannot be read, and knows where the comparison is. */
final class Findings {

    private final List<Incompatibility> found = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    List<Incompatibility> all() {
        return List.copyOf(found);
    }

    /** Goes down into a field. */
    void enter(String field) {
        path.add(field);
    }

    void leave() {
        path.remove(path.size() - 1);
    }

    /**
     * Takes note of something.
     *
     * @param predicate the sentence without its subject, which is the field, or the schema where it is the message's
     * @return what stands in the place of a conversion
     */
    Conversion.Refused refuse(Kind kind, Schema subject, String predicate) {
        String message = subject(subject) + " " + predicate;
        found.add(new Incompatibility(path, kind, message));
        return new Conversion.Refused(message);
    }

    private String subject(Schema schema) {
        return path.isEmpty() ? SchemaText.describe(schema) : "'" + String.join(".", path) + "'";
    }
}
