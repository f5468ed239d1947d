package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * An annotated read model.
 *
 * @param version counted by the annotation
 * @param snapshot the annotated record
 */
public record Projection(
        String service,
        String name,
        int version,
        RecordType snapshot,
        KeyType key,
        Shape shape,
        Values values,
        Versions versions,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements MessageOwner {

    @Override
    public List<RecordType> messages() {
        return List.of(snapshot);
    }

    @Override
    public String fullName() {
        return service + "." + (version == 1 ? name : name + ".v" + version);
    }

    @Override
    public String storeName() {
        return version == 1 ? name : name + "-v" + version;
    }

    /** The Kafka Streams application that it is. */
    public String applicationId() {
        return service + "-" + storeName();
    }

    /** How its records come about. */
    public sealed interface Shape {}

    /**
     * From events.
     *
     * @param hasInitial whether there is an {@code initial()}
     */
    public record Fold(boolean hasInitial, List<Folded> sources) implements Shape {
        public Fold {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The events of one aggregate.
     *
     * @param handlers the {@code on} methods
     * @param keys the methods that derive keys; none where the events' own keys are taken
     * @param named where the aggregate is named
     */
    public record Folded(Source source, Handlers handlers, Handlers keys, Location named) {

        /** Whether its events go to other partitions. */
        public boolean isRekeyed() {
            return !keys.all().isEmpty();
        }
    }

    /** From snapshots. */
    public record Join(List<Part> parts) implements Shape {
        public Join {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A component that is joined.
     *
     * @param component its name
     * @param presence whether it may be missing, and how that is written
     * @param foreignKey how it is found; empty where it has the projection's key
     */
    public record Part(String component, Source source, Presence presence, Optional<ForeignKeyMethod> foreignKey) {

        public boolean mayBeMissing() {
            return presence != Presence.REQUIRED;
        }
    }

    /** Whether a component may be missing, and how that is written. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        NULLABLE
    }

    /**
     * A method that says by which key a component is found.
     *
     * @param from the name of the component that it takes
     * @param returns the key, or an optional one
     * @param nullable whether it may return null
     */
    public record ForeignKeyMethod(String from, Handler.Returns returns, boolean nullable) {}

    /**
     * What a projection reads: an aggregate, or another projection.
     *
     * @param topics what its topics' names start with: {@code catalog.books}
     * @param definition the generated class that describes it
     * @param snapshot its record; of events of another service the interface that they are read as
     * @param externalTopic the topic of messages that are read or written as an interface of one's own
     */
    public record Source(
            String topics,
            String store,
            ClassName definition,
            KeyType key,
            ClassName snapshot,
            Optional<String> externalTopic) {

        /** The topic of its events. */
        public String eventsTopic() {
            return externalTopic.orElse(topics + ".events");
        }

        /** Whether the topic may hold events that are not known. */
        public boolean isPartial() {
            return externalTopic.isPresent();
        }
    }
}
