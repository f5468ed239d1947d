package dev.annals.processor.gate;

import dev.annals.processor.generate.MessageSchemas;
import org.apache.avro.Schema;

/**
 * A schema that was released.
 *
 * @param number which release of the record it was
 */
record Released(String fileName, String name, int number, Schema schema) {

    /** The version of the record that it is of. */
    int version() {
        return schema.getObjectProp(MessageSchemas.VERSION) instanceof Integer version ? version : 1;
    }
}
