package dev.annals.app;

import dev.annals.projection.ProjectionRuntime;

/**
 * A projection with the Kafka Streams application that keeps it up to date in this process.
 *
 * @param partitions of its store and of its topics
 */
record RunningProjection(ProjectionRuntime<?, ?> projection, StreamsRunner streams, int partitions)
        implements AutoCloseable {

    @Override
    public void close() {
        streams.close();
    }
}
