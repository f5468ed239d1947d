package dev.annals.app;

import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.confluent.ConfluentSchemaRegistry;
import dev.annals.schema.kafka.KafkaSchemaRegistry;

/** Starts the schema registry that the settings choose. */
final class SchemaRegistryStart {

    private SchemaRegistryStart() {}

    /**
     * The registry, ready for use.
     *
     * @throws SchemaRegistryException when it cannot be reached, or does not fit
     */
    static SchemaRegistry start(Settings settings, KafkaSettings kafka) {
        if (settings.schemas() instanceof SchemaSettings.InKafka inKafka) {
            return KafkaSchemaRegistry.start(new KafkaSchemaRegistry.Settings(
                    inKafka.topic(),
                    settings.topics().replicationFactor(),
                    inKafka.lookupTimeout(),
                    kafka.admin("annals-schemas-topic"),
                    kafka.schemaConsumer("annals-schemas-reader"),
                    kafka.schemaProducer("annals-schemas-writer")));
        }
        if (settings.schemas() instanceof SchemaSettings.Confluent confluent) {
            return new ConfluentSchemaRegistry(confluent.settings());
        }
        return new InMemorySchemaRegistry();
    }
}
