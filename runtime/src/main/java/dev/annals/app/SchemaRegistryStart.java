package dev.annals.app;

import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.confluent.ConfluentSchemaRegistry;
import dev.annals.schema.kafka.KafkaSchemaRegistry;
import java.util.Optional;

/** Starts the schema registry that the settings choose. */
final class SchemaRegistryStart {

    private SchemaRegistryStart() {}

    /**
     * The registry, ready for use; in memory where it would be in Kafka, and there is none.
     *
     * @throws SchemaRegistryException when it cannot be reached, or does not fit
     */
    static SchemaRegistry start(Settings settings, Optional<KafkaSettings> kafka) {
        if (settings.schemas() instanceof SchemaSettings.Confluent confluent) {
            return new ConfluentSchemaRegistry(confluent.settings());
        }
        if (settings.schemas() instanceof SchemaSettings.InKafka inKafka && kafka.isPresent()) {
            return inKafka(settings, inKafka, kafka.get());
        }
        return new InMemorySchemaRegistry();
    }

    private static SchemaRegistry inKafka(Settings settings, SchemaSettings.InKafka inKafka, KafkaSettings kafka) {
        return KafkaSchemaRegistry.start(new KafkaSchemaRegistry.Settings(
                inKafka.topic(),
                settings.topics().replicationFactor(),
                inKafka.lookupTimeout(),
                kafka.admin("annals-schemas-topic"),
                kafka.schemaConsumer("annals-schemas-reader"),
                kafka.schemaProducer("annals-schemas-writer")));
    }
}
