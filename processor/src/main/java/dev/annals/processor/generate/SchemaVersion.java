package dev.annals.processor.generate;

import dev.annals.processor.model.RecordType;
import org.apache.avro.Schema;

/**
 * A message's schema, as it is now or was in a former version.
 *
 * @param record the record whose components it has
 * @param message the message's record, as it is now
 * @param version from 1 on
 */
public record SchemaVersion(RecordType record, RecordType message, int version, Schema schema) {

    /** Whether messages are read with it, and none are written. */
    public boolean isFormer() {
        return !record.name().equals(message.name());
    }

    /** CRC-64-AVRO over the parsing canonical form, as Avro's specification defines it. */
    public long fingerprint() {
        return AvroSchemas.fingerprint(schema);
    }

    /** The schema's text, as it is published. */
    public String json() {
        return AvroSchemas.json(schema);
    }
}
