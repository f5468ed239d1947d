package dev.annals.processor.gate;

import dev.annals.evolution.SchemaProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * A schema that was released.
 *
 * @param number which release of the record it was
 */
record Released(String fileName, String name, int number, Schema schema) {

    /** CRC-64-AVRO over the parsing canonical form, as Avro's specification defines it. */
    long fingerprint() {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** The version of the record that it is of. */
    int version() {
        return SchemaProperties.version(schema);
    }
}
