package dev.annals.streams;

import java.util.Map;

/** Takes note of what a projection, an extension, a reaction or a schedule does. Used by several threads. */
public interface StreamMetrics {

    /** Takes no note. */
    StreamMetrics NONE = new StreamMetrics() {
        @Override
        public void countDeadLetter(String stage) {}

        @Override
        public void countCommands(int commands) {}
    };

    /** The setting of a Kafka Streams application that holds what takes note of it. */
    String CONFIG = "annals.streams.metrics";

    /** What takes note of an application. */
    static StreamMetrics of(Map<String, ?> config) {
        return config.get(CONFIG) instanceof StreamMetrics metrics ? metrics : NONE;
    }

    /** A record has become a dead letter at this stage. */
    void countDeadLetter(String stage);

    /** So many commands were given. */
    void countCommands(int commands);
}
