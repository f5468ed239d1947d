package dev.annals.evolution;

import java.util.List;
import org.apache.avro.Schema;

/** Says whether what was written with one schema can be read with another, as reading itself decides it. */
public final class Compatibility {

    private Compatibility() {}

    /**
     * What of the writer's messages cannot be read.
     *
     * @return in the order of the reader's fields; empty when everything can be read
     */
    public static List<Incompatibility> check(Schema writer, Schema reader) {
        return Resolution.of(writer, reader).incompatibilities();
    }
}
