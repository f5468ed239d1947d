package dev.annals.evolution;

import org.apache.avro.Schema;

/** The properties that Annals gives to schemas of records, beside those of Avro. */
public final class SchemaProperties {

    /** Which meaning of the record's name it has, from 1 on; without it, it is the first. */
    public static final String VERSION = "annals.version";

    /** Marks a key and a value of a map: the record's name was made up, and carries no meaning. */
    public static final String ENTRY = "annals.entry";

    private SchemaProperties() {}

    /** Which meaning of its name a record's schema has. */
    public static int version(Schema record) {
        return record.getObjectProp(VERSION) instanceof Integer version ? version : 1;
    }

    static boolean isEntry(Schema record) {
        return Boolean.TRUE.equals(record.getObjectProp(ENTRY));
    }
}
