package dev.annals.broker;

/** A Kafka broker that runs inside this process and takes connections until it is closed. */
public interface Broker extends AutoCloseable {

    /** The value for {@code bootstrap.servers}: {@code host:port}. */
    String bootstrapServers();

    /** Stops the broker in order and lets go of its directory. A second call does nothing. */
    @Override
    void close();
}
