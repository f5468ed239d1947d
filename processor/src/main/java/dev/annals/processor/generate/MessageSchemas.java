package dev.annals.processor.generate;

import dev.annals.evolution.SchemaProperties;
import dev.annals.processor.model.Heading;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Upcast;
import dev.annals.processor.model.Values;
import dev.annals.processor.model.Versions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of an aggregate's or a projection's messages, in all of their versions. */
public final class MessageSchemas {

    private MessageSchemas() {}

    /** The schema that a message is written with. */
    public static SchemaVersion current(MessageOwner owner, RecordType message) {
        return current(message, owner.values(), owner.versions());
    }

    /** The schema that a message is written with which is made of these values. */
    public static SchemaVersion current(RecordType message, Values values, Versions versions) {
        int version = versions.current(message);
        return new SchemaVersion(message, message, version, versioned(AvroSchemas.of(message, values), version));
    }

    /** The schemas of a message's former versions, from the first on. */
    public static List<SchemaVersion> former(MessageOwner owner, RecordType message) {
        return owner.versions().of(message).stream()
                .map(upcast -> former(owner, message, upcast))
                .toList();
    }

    private static SchemaVersion former(MessageOwner owner, RecordType message, Upcast upcast) {
        RecordType former = named(upcast.former(), upcast.name(), message.heading());
        Schema schema = AvroSchemas.of(former, owner.values().with(former));
        return new SchemaVersion(former, message, upcast.version(), versioned(schema, upcast.version()));
    }

    /** A record under its message's name; which the message may have changed since, within the version as well. */
    private static RecordType named(RecordType former, String name, Heading message) {
        List<String> others = Stream.of(
                        Stream.of(message.name()), message.aliases().stream(), former.heading().aliases().stream())
                .flatMap(names -> names)
                .filter(other -> !other.equals(name))
                .distinct()
                .toList();
        Heading heading = new Heading(name, others, former.heading().doc());
        return new RecordType(former.name(), former.components(), heading, former.location());
    }

    private static Schema versioned(Schema schema, int version) {
        if (version > 1) {
            schema.addProp(SchemaProperties.VERSION, version);
        }
        return schema;
    }
}
