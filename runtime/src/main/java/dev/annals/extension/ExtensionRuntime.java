package dev.annals.extension;

import dev.annals.aggregate.Engine;
import dev.annals.streams.TopicSerdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/** One extension as it runs in this process. Safe for use by several threads. */
public final class ExtensionRuntime {

    private final ExtensionDefinition definition;
    private final TopicSerdes serdes;

    public ExtensionRuntime(ExtensionDefinition definition, Engine engine) {
        this.definition = definition;
        this.serdes = new TopicSerdes(engine.schemas());
    }

    public ExtensionDefinition definition() {
        return definition;
    }

    /** How it reads and writes topics. */
    public TopicSerdes serdes() {
        return serdes;
    }

    public ExtensionName name() {
        return definition.name();
    }

    /** Whether it begins with what is written after its first start. */
    public boolean isFromNow() {
        return definition.fromNow();
    }

    /** Whether it gives commands when it is time. */
    public boolean isSchedule() {
        return definition.isSchedule();
    }

    /** Whether what it writes may be written again. */
    public boolean mayBeginAnew() {
        return definition.mayBeginAnew();
    }

    /**
     * The Kafka Streams topology, built anew.
     *
     * @throws ExtensionException when the annotated method throws
     */
    public Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        try {
            definition.build(builder, serdes);
            return builder.build();
        } catch (RuntimeException e) {
            throw new ExtensionException("The extension %s cannot be built: %s".formatted(name(), e), e);
        }
    }

    /**
     * The topics of its topology.
     *
     * @throws ExtensionException when it writes to one that it must not write to
     */
    public ExtensionTopics topics() {
        return ExtensionTopics.of(name(), topology());
    }
}
