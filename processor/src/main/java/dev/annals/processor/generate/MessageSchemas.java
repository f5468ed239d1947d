package dev.annals.processor.generate;

import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Upcast;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of an aggregate's messages, in all of their versions. */
public final class MessageSchemas {

    /** The property of a schema that says which version it is of; without it, it is the first. */
    public static final String VERSION = "annals.version";

    private MessageSchemas() {}

    /** The schema that a message is written with. */
    public static SchemaVersion current(Aggregate aggregate, RecordType message) {
        int version = aggregate.versions().current(message);
        return new SchemaVersion(
                message, message, version, versioned(AvroSchemas.of(message, aggregate.values()), version));
    }

    /** The schemas of a message's former versions, from the first on. */
    public static List<SchemaVersion> former(Aggregate aggregate, RecordType message) {
        return aggregate.versions().of(message).stream()
                .map(upcast -> former(aggregate, message, upcast))
                .toList();
    }

    private static SchemaVersion former(Aggregate aggregate, RecordType message, Upcast upcast) {
        Schema own = AvroSchemas.of(upcast.former(), aggregate.values());
        Schema schema = versioned(named(own, upcast.name()), upcast.version());
        addOtherNames(schema, AvroSchemas.of(message, aggregate.values()));
        return new SchemaVersion(upcast.former(), message, upcast.version(), schema);
    }

    /** A message may have been renamed since, within the version as well. */
    private static void addOtherNames(Schema former, Schema current) {
        Stream.concat(Stream.of(current.getFullName()), current.getAliases().stream())
                .filter(name -> !name.equals(former.getFullName()))
                .forEach(former::addAlias);
    }

    private static Schema named(Schema schema, String fullName) {
        Schema renamed = Schema.createRecord(fullName, schema.getDoc(), null, false);
        renamed.setFields(schema.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        schema.getObjectProps().forEach(renamed::addProp);
        return renamed;
    }

    private static Schema versioned(Schema schema, int version) {
        if (version > 1) {
            schema.addProp(VERSION, version);
        }
        return schema;
    }
}
