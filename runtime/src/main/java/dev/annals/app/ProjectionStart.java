package dev.annals.app;

import dev.annals.projection.ProjectionErrors;
import dev.annals.projection.ProjectionRuntime;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Makes the Kafka Streams applications of projections. Each projection has one of its own, with a consumer group of its own: so a
 * new one starts at the beginning of the topics that it reads, whatever others have read of them, and one that fails or is built
 * anew leaves the others alone.
 */
final class ProjectionStart {

    private final Settings settings;
    private final KafkaSettings kafka;
    private final KafkaClientSupplier clients;
    private final Path stateDirectory;
    private final CompletableFuture<Void> failure;

    ProjectionStart(
            Settings settings,
            KafkaSettings kafka,
            KafkaClientSupplier clients,
            Path stateDirectory,
            CompletableFuture<Void> failure) {
        this.settings = settings;
        this.kafka = kafka;
        this.clients = clients;
        this.stateDirectory = stateDirectory;
        this.failure = failure;
    }

    /** A projection with its topics, which does not run yet. */
    RunningProjection create(ProjectionRuntime<?, ?> projection) {
        String application = projection.name().applicationId();
        try (Admin admin = Admin.create(kafka.admin(application + "-topics"))) {
            TopicCreator topics = new TopicCreator(admin, settings.topics());
            int partitions = topics.ensure(projection.definition());
            Map<String, Object> config = kafka.streams(application, stateDirectory, topics.clusterId());
            addErrorHandling(config, projection);
            StreamsRunner streams =
                    StreamsRunner.create(projection.topology(partitions), config, clients, failure, () -> {});
            return new RunningProjection(projection, streams, partitions);
        }
    }

    private void addErrorHandling(Map<String, Object> config, ProjectionRuntime<?, ?> projection) {
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProjectionErrors.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, ProjectionErrors.class);
        config.put(ProjectionErrors.TOPIC_CONFIG, projection.name().deadLettersTopic());
        config.put(ProjectionErrors.ON_ERROR_CONFIG, settings.projections().onError());
    }
}
