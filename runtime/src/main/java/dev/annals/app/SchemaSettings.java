package dev.annals.app;

import dev.annals.schema.confluent.ConfluentSettings;
import java.time.Duration;

/** Where the schemas of messages are kept, and what is needed to reach them there. */
public sealed interface SchemaSettings {

    /**
     * In a topic of the service's own cluster.
     *
     * @param topic its name
     * @param lookupTimeout how long a look-up waits for a schema that is not there
     */
    record InKafka(String topic, Duration lookupTimeout) implements SchemaSettings {}

    /** In a registry that is reached over Confluent's REST API. */
    record Confluent(ConfluentSettings settings) implements SchemaSettings {}

    /** Nowhere but in this process. */
    record InMemory() implements SchemaSettings {}
}
