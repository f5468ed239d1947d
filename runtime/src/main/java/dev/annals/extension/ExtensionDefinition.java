package dev.annals.extension;

import dev.annals.streams.TopicSerdes;
import org.apache.kafka.streams.StreamsBuilder;

/** What the engine needs to know of one extension; generated from the annotated method. Safe for use by several threads. */
public interface ExtensionDefinition {

    ExtensionName name();

    /**
     * Calls the annotated method with the streams and tables that it takes.
     *
     * @param serdes of the topics that it reads
     */
    void build(StreamsBuilder builder, TopicSerdes serdes);
}
