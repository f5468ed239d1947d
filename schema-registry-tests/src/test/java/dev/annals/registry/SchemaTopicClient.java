package dev.annals.registry;

import dev.annals.schema.MessageSchema;
import dev.annals.schema.kafka.KafkaSchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic of schemas, as Kafka's own clients and serializers see it, and registries on it. */
record SchemaTopicClient(String bootstrapServers, String topic) {

    KafkaSchemaRegistry registry(Duration lookupTimeout) {
        return KafkaSchemaRegistry.start(
                new KafkaSchemaRegistry.Settings(topic, (short) -1, lookupTimeout, config(), config(), config()));
    }

    void create(int partitions, String cleanupPolicy) throws Exception {
        try (Admin admin = Admin.create(config())) {
            NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty())
                    .configs(Map.of("cleanup.policy", cleanupPolicy));
            admin.createTopics(List.of(created)).all().get();
        }
    }

    /** Makes it a compacted one. */
    void compact() throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp compact =
                new AlterConfigOp(new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(config())) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(compact)))
                    .all()
                    .get();
        }
    }

    /** Writes a schema as Kaa does: with Kafka's serializers of a long and a string. */
    void write(MessageSchema schema) throws Exception {
        try (KafkaProducer<Long, String> producer =
                new KafkaProducer<>(config(), new LongSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, schema.fingerprint(), schema.json()))
                    .get();
        }
    }

    void writeBytes(byte @Nullable [] key, byte @Nullable [] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** All that is in the topic by now, read as Kaa does. */
    List<ConsumerRecord<Long, String>> read() {
        List<ConsumerRecord<Long, String>> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<Long, String> consumer =
                new KafkaConsumer<>(config(), new LongDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
