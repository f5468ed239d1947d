package dev.annals.app;

import dev.annals.aggregate.RecordTime;
import dev.annals.rebuild.RebuildClients;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka's clients: what the user has set, over what is right for an event-sourced service. */
final class KafkaSettings {

    /** Room for a dead letter, which is a whole command and says why. */
    private static final String MAX_REQUEST_BYTES = Integer.toString(2 << 20);

    private static final int FEED_RECORDS = 100;
    private static final int FEED_BYTES = 256 << 10;

    private final Map<String, String> user;
    private final String bootstrapServers;

    /**
     * Settings for clients of these servers.
     *
     * @param user the settings that start with {@code kafka.}, without that prefix
     */
    KafkaSettings(Map<String, String> user, String bootstrapServers) {
        this.user = user;
        this.bootstrapServers = bootstrapServers;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * For Kafka Streams. Latency is set by two numbers: how long a thread waits in {@code poll}, and how often it commits.
     */
    Map<String, Object> streams(String applicationId, Path stateDirectory, String clusterId) {
        // Without the prefixes of producers and consumers, so that the user's settings win in either spelling.
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5L);
        config.put(StreamsConfig.POLL_MS_CONFIG, 5L);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        // By its name: the constant is deprecated from birth, and without the setting Kafka warns at each start.
        config.put("processing.exception.handler.global.enabled", true);
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putAll(user);
        // State goes with its cluster: the same directory against another one would show what never happened there.
        Path directory = Path.of(String.valueOf(config.get(StreamsConfig.STATE_DIR_CONFIG)));
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve(clusterId).toString());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }

    /** For the producer of commands. */
    Map<String, Object> commandProducer(String clientId, long maxBlockMs) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(maxBlockMs));
        // A command that its caller has given up is not to be carried out minutes later.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(Math.max(1, maxBlockMs / 2)));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(maxBlockMs));
        addKnown(config, ProducerConfig.configNames(), "producer.");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return config;
    }

    /** For the reader of schemas, which is no member of a group and always starts at the beginning. */
    Map<String, Object> schemaConsumer(String clientId) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        addKnown(config, ConsumerConfig.configNames(), "consumer.");
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return config;
    }

    /** For looks at what has been committed, which are no member of a group. */
    Map<String, Object> committedConsumer(String clientId) {
        Map<String, Object> config = schemaConsumer(clientId);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return config;
    }

    /** For a live feed, of which there may be many: with little in memory, and without an offset where there is none. */
    Map<String, Object> feedConsumer(String clientId) {
        Map<String, Object> config = committedConsumer(clientId);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FEED_RECORDS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FEED_BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FEED_BYTES);
        return config;
    }

    /**
     * For a subscription, which commits by itself what it has handled, and has offsets from the start.
     *
     * @param mostRecords that it fetches at once
     */
    Map<String, Object> subscriptionConsumer(String group, int mostRecords) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        addKnown(config, ConsumerConfig.configNames(), "consumer.");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // Where they have become void: rather too much than too little.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putIfAbsent(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(mostRecords, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS));
        return config;
    }

    /** For what is read and written by a rebuild. */
    RebuildClients rebuild(String clientId) {
        Map<String, Object> producer = schemaProducer(clientId);
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        return new RebuildClients(admin(clientId), schemaConsumer(clientId), producer);
    }

    /** For the writer of schemas. */
    Map<String, Object> schemaProducer(String clientId) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        addKnown(config, ProducerConfig.configNames(), "producer.");
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return config;
    }

    /** What all kinds of clients have in common: where the brokers are, and how they are spoken to. */
    Map<String, Object> client(String clientId) {
        Map<String, Object> config = new HashMap<>();
        user.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }

    /** For the client that creates topics. */
    Map<String, Object> admin(String clientId) {
        Map<String, Object> config = new HashMap<>();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        addKnown(config, AdminClientConfig.configNames(), "admin.");
        return config;
    }

    private void addKnown(Map<String, Object> config, Set<String> names, String prefix) {
        user.forEach((name, value) -> {
            if (names.contains(name)) {
                config.put(name, value);
            }
        });
        user.forEach((name, value) -> {
            if (name.startsWith(prefix) && names.contains(name.substring(prefix.length()))) {
                config.put(name.substring(prefix.length()), value);
            }
        });
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }
}
