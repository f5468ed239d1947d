package dev.annals.avro;

/**
 * Where the fields of a message are, which was written with another schema than its reader has. Safe for use by several
 * threads, each with a reader of its own.
 */
public interface FieldPlan {

    /**
     * Where to read a field from.
     *
     * @param in the message's reader
     * @param place of the field in the reader's schema
     */
    AvroReader field(AvroReader in, int place);

    /** Passes over what the writer's schema has behind the last field. */
    void end(AvroReader in);
}
