package dev.annals.app;

import dev.annals.metrics.ServiceMetrics;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.sql.Database;
import dev.annals.sql.DatabaseException;
import dev.annals.sql.DatabaseProvider;
import dev.annals.sql.DatabaseSettings;
import dev.annals.sql.Offsets;
import dev.annals.sql.ReadModel;
import dev.annals.sql.ReadModelRuntime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database of a service, and makes its read models, each with a consumer group of its own. */
final class ReadModelStart {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelStart.class);

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
     * Opens the database.
     *
     * @throws StartException when nothing can, or it cannot be used
     */
    static Database open(Service service, Settings settings) {
        requireOne(settings);
        DatabaseProvider provider = ServiceLoader.load(DatabaseProvider.class)
                .findFirst()
                .orElseThrow(() -> new StartException(
                        ExitCode.WRONG_SETTING,
                        "The service %s has read models in SQL, and nothing to open a database with: put annals-sql on the class path"
                                .formatted(service.name())));
        DatabaseSettings database = settings.sql()
                .database(
                        service.name(),
                        LocalState.databases(settings),
                        service.readModels().size());
        LOG.info("Opening the database {}", database);
        try {
            return provider.open(database);
        } catch (DatabaseException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    /** A file of this process holds all only where no other instance can have a part. */
    private static void requireOne(Settings settings) {
        if (settings.sql().url().isEmpty() && settings.kafka().containsKey("bootstrap.servers")) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "Read models need a database: set sql.url (SQL_URL), such as jdbc:postgresql://db:5432/billing. The one in a file, which"
                            + " needs no setting, goes with the broker in the process alone: instances on a cluster would each have a part"
                            + " of the events in a file of their own");
        }
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
        Map<String, String> ids = new HashMap<>();
        readModel.topics().forEach(topic -> ids.put(topic, topics.topicId(topic)));
        ReadModel created;
        try {
            created = new ReadModel(
                    readModel,
                    settings.sql().readModels(),
                    () -> new KafkaConsumer<>(
                            consumer(readModel), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    kafka.producer(),
                    database,
                    new Offsets(
                            readModel.name().toString(),
                            ids,
                            settings.sql().readModels().timeout()),
                    metrics.subscription(readModel.name().toString()),
                    failure);
        } catch (SchemaRegistryException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StartException(
                    ExitCode.CANNOT_START, "The read model %s cannot be made: %s".formatted(readModel.name(), e), e);
        }
        metrics.showSubscription(readModel.name().toString(), created::lag, created::isPaused);
        return created;
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
