package dev.annals.app;

import dev.annals.metrics.ServiceMetrics;
import dev.annals.sql.Offsets;
import dev.annals.sql.ReadModel;
import dev.annals.sql.ReadModelRuntime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the read models of a service, each with a consumer group of its own. */
final class ReadModelStart {

    /** Its thread waits meanwhile, and is not woken up. */
    private static final DescribeTopicsOptions TOPICS_OPTIONS = new DescribeTopicsOptions().timeoutMs(5_000);

    private final Settings settings;
    private final KafkaClients kafka;
    private final ServiceMetrics metrics;
    private final CompletableFuture<Void> failure;

    ReadModelStart(Settings settings, KafkaClients kafka, ServiceMetrics metrics, CompletableFuture<Void> failure) {
        this.settings = settings;
        this.kafka = kafka;
        this.metrics = metrics;
        this.failure = failure;
    }

    /**
     * The read models, whose topics are seen to, and which do not run yet.
     *
     * @throws StartException when a topic that is read is not there, or one cannot be made
     */
    List<ReadModel> create(List<ReadModelRuntime> readModels, DataSource database, Parts parts) {
        try (Admin admin = Admin.create(kafka.settings().admin("annals-read-models"))) {
            TopicCreator topics = new TopicCreator(admin, settings.topics());
            return readModels.stream()
                    .map(readModel ->
                            parts.add("the read model " + readModel.name(), create(readModel, database, topics)))
                    .toList();
        }
    }

    private ReadModel create(ReadModelRuntime readModel, DataSource database, TopicCreator topics) {
        topics.requireRead(readModel.name(), readModel.topics());
        topics.ensureDeadLetters(readModel.name());
        return MadeSubscriptions.make(
                "read model",
                readModel.name(),
                metrics,
                () -> new ReadModel(
                        readModel,
                        settings.sql().readModels(),
                        () -> new KafkaConsumer<>(
                                consumer(readModel), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                        kafka.producer(),
                        database,
                        new Offsets(
                                readModel.name().toString(),
                                () -> topicIds(readModel),
                                settings.sql().readModels().timeout()),
                        metrics.subscription(readModel.name().toString()),
                        failure));
    }

    /**
     * Of the topics as they are now.
     *
     * @throws KafkaException when Kafka does not say; it may do so later
     */
    private Map<String, String> topicIds(ReadModelRuntime readModel) {
        try (Admin admin = Admin.create(kafka.settings().admin("annals-read-models"))) {
            return AdminCalls.get(
                            admin.describeTopics(readModel.topics(), TOPICS_OPTIONS)
                                    .allTopicNames(),
                            "describe topics " + readModel.topics())
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().topicId().toString()));
        } catch (StartException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Its offsets are in the database alone. */
    private Map<String, Object> consumer(ReadModelRuntime readModel) {
        int batch = settings.sql().readModels().batch();
        Map<String, Object> config =
                kafka.settings().subscriptionConsumer(readModel.name().applicationId(), batch);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return config;
    }
}
