package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Projection.Source;
import java.util.List;
import java.util.Optional;

/**
 * An annotated method that adds hand-written Kafka Streams to a service.
 *
 * @param annotated the class that has the method
 * @param method its name
 * @param parameters in their order
 */
public record Extension(
        String service,
        String name,
        ClassName annotated,
        String method,
        List<Parameter> parameters,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements Member {

    public Extension {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String fullName() {
        return service + "." + name;
    }

    @Override
    public String storeName() {
        return name;
    }

    /**
     * What the method takes.
     *
     * @param name the parameter's
     * @param source what is read; of the builder there is none
     * @param messages the events, or the record
     */
    public record Parameter(String name, Kind kind, Optional<Source> source, ClassName messages) {

        /** The topic that a stream or table is of; empty for what is none. */
        public Optional<String> topic() {
            return switch (kind) {
                case EVENTS -> source.map(of -> of.topics() + ".events");
                case TABLE -> source.map(of -> of.topics() + ".snapshots");
                case BUILDER, EVENT_SERDE, SNAPSHOT_SERDE -> Optional.empty();
            };
        }
    }

    /** What a parameter is. */
    public enum Kind {
        BUILDER,
        EVENTS,
        TABLE,
        EVENT_SERDE,
        SNAPSHOT_SERDE
    }
}
