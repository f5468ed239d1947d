package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A sealed interface that events of another service are read as, or commands for it are written as.
 *
 * @param hierarchy its records
 * @param commandKey of commands, their key
 */
public record External(
        ClassName annotated,
        String topic,
        KeyType key,
        Hierarchy hierarchy,
        Optional<Key> commandKey,
        Values values,
        Versions versions,
        Location location)
        implements MessageOwner {

    /** Whether it is of commands, rather than of events. */
    public boolean isOfCommands() {
        return commandKey.isPresent();
    }

    /** It belongs to none. */
    @Override
    public String service() {
        return "";
    }

    @Override
    public String name() {
        return storeName();
    }

    @Override
    public RecordType snapshot() {
        throw new UnsupportedOperationException("Messages of another service have no snapshot here");
    }

    @Override
    public List<RecordType> messages() {
        return hierarchy.known().stream().map(Hierarchy.Leaf::record).toList();
    }

    @Override
    public Location serviceLocation() {
        return location;
    }

    @Override
    public Location nameLocation() {
        return location;
    }

    @Override
    public String fullName() {
        return topic;
    }

    @Override
    public String storeName() {
        return Names.camelCase(String.join("", annotated.simpleNames()));
    }
}
