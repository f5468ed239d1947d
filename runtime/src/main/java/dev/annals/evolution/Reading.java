package dev.annals.evolution;

import dev.annals.avro.FieldPlan;
import org.jspecify.annotations.Nullable;

/** What is to be done with messages of a writer's schema. */
public sealed interface Reading {

    /**
     * They are read.
     *
     * @param schema the place of the reader's schema among those that there are
     * @param plan where their fields are; null where they are read as if they had been written with the reader's schema
     */
    record Known(int schema, @Nullable FieldPlan plan) implements Reading {}

    /**
     * Nothing here is of that name, or of a version as late as theirs.
     *
     * @param name of their schema
     * @param fingerprint of their schema, whatever id the registry knows it by
     */
    record Unknown(String name, long fingerprint) implements Reading {}

    /**
     * They are not read, though their name is known, or their schema is none.
     *
     * @param name of their schema
     * @param reason all that stands against it
     */
    record Refused(String name, String reason) implements Reading {}
}
