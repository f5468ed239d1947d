package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A sealed interface that events of another service are read as.
 *
 * @param topic of the events
 * @param events its records
 */
public record External(
        ClassName annotated,
        String topic,
        KeyType key,
        Hierarchy events,
        Values values,
        Versions versions,
        Location location)
        implements MessageOwner {

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
        throw new UnsupportedOperationException("Events of another service have no snapshot here");
    }

    @Override
    public List<RecordType> messages() {
        return events.known().stream().map(Hierarchy.Leaf::record).toList();
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
