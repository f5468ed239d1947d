package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a client of the broker under test does, in one line each. */
final class Clients {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String bootstrapServers;

    Clients(EmbeddedBroker broker) {
        this(broker.bootstrapServers());
    }

    Clients(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    Set<String> topics() throws Exception {
        try (Admin admin = Admin.create(properties())) {
            return admin.listTopics().names().get();
        }
    }

    void create(String topic) throws Exception {
        try (Admin admin = Admin.create(properties())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    void send(String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(properties())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    /** Reads from the beginning, as a member of a group and with what is committed only, until there are so many. */
    List<String> read(String topic, int count) {
        List<String> values = new ArrayList<>();
        Instant deadline = Instant.now().plus(LIMIT);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        assertThat(values).hasSizeGreaterThanOrEqualTo(count);
        return values;
    }

    KafkaProducer<String, String> transactional(String id) {
        KafkaProducer<String, String> producer = producer(properties(Map.of("transactional.id", id)));
        producer.initTransactions();
        return producer;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                properties(Map.of(
                        "group.id", "test",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed")),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private Map<String, Object> properties() {
        return properties(Map.of());
    }

    private Map<String, Object> properties(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
