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
     * @throws StartException when it cannot be reached, or does not fit
     */
    static SchemaRegistry start(Settings settings, KafkaSettings kafka) {
        try {
            return start(settings.schemas(), settings.topics().replicationFactor(), kafka);
        } catch (SchemaRegistryException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    private static SchemaRegistry start(SchemaSettings settings, short replicationFactor, KafkaSettings kafka) {
        if (settings instanceof SchemaSettings.InKafka inKafka) {
            return KafkaSchemaRegistry.start(new KafkaSchemaRegistry.Settings(
                    inKafka.topic(),
                    replicationFactor,
                    inKafka.lookupTimeout(),
                    kafka.admin("annals-schemas-topic"),
                    kafka.schemaConsumer("annals-schemas-reader"),
                    kafka.schemaProducer("annals-schemas-writer")));
        }
        if (settings instanceof SchemaSettings.Confluent confluent) {
            return new ConfluentSchemaRegistry(confluent.settings());
        }
        return new InMemorySchemaRegistry();
    }
}
