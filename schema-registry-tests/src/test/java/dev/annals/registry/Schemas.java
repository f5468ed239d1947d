package dev.annals.registry;

import dev.annals.schema.MessageSchema;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Schemas to register. */
final class Schemas {

    private Schemas() {}

    /** Written with single quotes. */
    static MessageSchema of(String quoted) {
        String json = quoted.replace('\'', '"');
        Schema schema = new Schema.Parser().parse(json);
        return new MessageSchema(schema.getFullName(), 1, SchemaNormalization.parsingFingerprint64(schema), json);
    }

    /** An amount of so many decimal places, which its fingerprint does not tell. */
    static MessageSchema amount(String name, int scale) {
        return of(("{'type':'record','name':'%s','namespace':'coin','fields':[{'name':'amount','type':"
                        + "{'type':'bytes','logicalType':'decimal','precision':9,'scale':%d}}]}")
                .formatted(name, scale));
    }
}
