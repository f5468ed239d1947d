package dev.annals.app;

import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.ProjectionRuntime;

/**
 * A projection with the Kafka Streams application that keeps it up to date in this process.
 *
 * @param partitions of its store and of its topics
 * @param progress of all instances of the application
 */
record RunningProjection(
        ProjectionRuntime<?, ?> projection, StreamsRunner streams, int partitions, ApplicationProgress progress)
        implements AutoCloseable {

    @Override
    public void close() {
        streams.close();
    }
}
