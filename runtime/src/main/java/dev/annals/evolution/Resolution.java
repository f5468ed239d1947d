package dev.annals.evolution;

import java.util.List;
import org.apache.avro.Schema;

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

    /** Whether the bytes are read as if they had been written with the reader's schema. */
    public boolean isUnchanged() {
        return !Changes.in(conversion);
    }
}
