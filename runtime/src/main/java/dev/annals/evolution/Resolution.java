package dev.annals.evolution;

import dev.annals.avro.FieldPlan;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of messages of one schema where they are read with another. Immutable. */
public final class Resolution {

    private final Conversion conversion;
    private final List<Incompatibility> incompatibilities;

    private Resolution(Conversion conversion, List<Incompatibility> incompatibilities) {
        this.conversion = conversion;
        this.incompatibilities = incompatibilities;
    }

    /** Compares the schemas of two records. */
    public static Resolution of(Schema writer, Schema reader) {
        Findings findings = new Findings();
        Conversion conversion = new Resolver(findings).resolve(writer, reader);
        return new Resolution(conversion, findings.all());
    }

    /** What cannot be read. */
    public List<Incompatibility> incompatibilities() {
        return incompatibilities;
    }

    /** Whether messages can be read, but for those that hold a value which the reader knows nothing of. */
    public boolean isReadable() {
        return incompatibilities.stream().allMatch(found -> found.kind().isOfSomeValues());
    }

    /**
     * How messages of the one schema are read as those of the other.
     *
     * @return null where they are read as they are
     * @throws IllegalStateException when they are not readable
     */
    public @Nullable FieldPlan plan() {
        if (!isReadable()) {
            throw new IllegalStateException("There is no plan for what cannot be read: " + incompatibilities);
        }
        return conversion instanceof Conversion.Fields fields && Changes.in(fields) ? Plans.of(fields) : null;
    }
}
