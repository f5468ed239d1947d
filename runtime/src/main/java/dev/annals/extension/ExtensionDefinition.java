package dev.annals.extension;

import dev.annals.streams.TopicSerdes;
import org.apache.kafka.streams.StreamsBuilder;

/** What the engine needs to know of one extension; generated from the annotated method. Safe for use by several threads. */
public interface ExtensionDefinition {

    ExtensionName name();

    /** Whether it begins with what is written after its first start, rather than with the first record that there ever was. */
    default boolean fromNow() {
        return false;
    }

    /** Whether what it writes may be written again. */
    default boolean mayBeginAnew() {
        return true;
    }

    /** Whether it gives commands when it is time. */
    default boolean isSchedule() {
        return false;
    }

    /**
     * Calls the annotated method with the streams and tables that it takes.
     *
     * @param serdes of the topics that it reads
     */
    void build(StreamsBuilder builder, TopicSerdes serdes);
}
