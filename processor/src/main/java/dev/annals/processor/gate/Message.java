package dev.annals.processor.gate;

import dev.annals.processor.generate.MessageSchemas;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command, an event or a snapshot with its schemas, the one that it is written with and those of former versions. */
record Message(MessageOwner owner, SchemaVersion current, List<SchemaVersion> former) {

    static Message of(MessageOwner owner, RecordType record) {
        return new Message(owner, MessageSchemas.current(owner, record), MessageSchemas.former(owner, record));
    }

    String name() {
        return current.schema().getFullName();
    }

    /** All names under which it may have been released, the present one first. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(name());
        names.addAll(current.schema().getAliases());
        return names;
    }

    /** The schema that a version is read with. */
    Optional<SchemaVersion> version(int version) {
        return versions().stream().filter(schema -> schema.version() == version).findFirst();
    }

    /** All its schemas, from the first version on. */
    List<SchemaVersion> versions() {
        List<SchemaVersion> versions = new ArrayList<>(former);
        versions.add(current);
        return versions;
    }
}
