package dev.annals.rebuild;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Kafka clients of a rebuild.
 *
 * @param admin configuration of the admin client
 * @param consumer configuration of consumers, without what a rebuild needs of them
 * @param producer configuration of producers, without what a rebuild needs of them
 */
public record RebuildClients(Map<String, Object> admin, Map<String, Object> consumer, Map<String, Object> producer) {

    private static final int RECORDS_PER_POLL = 10_000;
    private static final int FETCH_BYTES = 4 << 20;
    private static final int BATCH_BYTES = 256 << 10;

    public RebuildClients {
        admin = Map.copyOf(admin);
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
    }

    Admin newAdmin() {
        return Admin.create(admin);
    }

    /** A consumer of what is committed, which is no member of a group. */
    public Consumer<byte[], byte[]> newConsumer() {
        Map<String, Object> config = new HashMap<>(consumer);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        config.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that has ended what an earlier one with this id has left open. */
    Producer<byte[], byte[]> newProducer(String transactionalId) {
        Map<String, Object> config = new HashMap<>(producer);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        // The first batch of a transaction may be told to wait for the end of the last one; others would overtake it.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        Producer<byte[], byte[]> created =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            created.initTransactions();
            return created;
        } catch (RuntimeException e) {
            created.close();
            throw e;
        }
    }
}
