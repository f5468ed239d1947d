package dev.annals.evolution;

import java.util.List;

/**
 * Something that is written with one schema and cannot be read with another.
 *
 * @param path the names of fields that lead to it from the message's record downwards, those of the reader where it has the
 *     field; empty for the record itself
 * @param message a sentence that names both sides
 */
public record Incompatibility(List<String> path, Kind kind, String message) {

    public Incompatibility {
        path = List.copyOf(path);
    }

    /** What it is about. */
    public enum Kind {
        /** A record, an enum or a fixed of another name, which the reader does not list as an alias. */
        NAME,
        /** Another type, which is not widened to the reader's. */
        TYPE,
        /** A decimal of another scale. */
        SCALE,
        /** A decimal of more digits than the reader's. */
        PRECISION,
        /** The same type in another unit or with another meaning: the logical types differ. */
        UNIT,
        /** A field that the writer does not have, and for which the reader has no default. */
        MISSING_DEFAULT,
        /** Null, where the reader knows none. */
        NULL,
        /** A symbol that the reader's enum lacks, which has no default either. */
        SYMBOL,
        /** A branch of a union that the reader's lacks. */
        BRANCH,
        /** Another version of the record, which is read as a record of its own and brought up to date. */
        VERSION;

        /** Whether it is only some values that cannot be read, and all others can. */
        public boolean isOfSomeValues() {
            return this == NULL || this == SYMBOL || this == BRANCH;
        }
    }
}
