package dev.annals.app;

import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.ProjectionDefinition;
import dev.annals.projection.ProjectionErrors;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Makes the Kafka Streams applications of projections. Each projection has one of its own, with a consumer group of its own: so a
 * new one starts at the beginning of the topics that it reads, whatever others have read of them, and one that fails or is built
 * anew leaves the others alone.
 */
final class ProjectionStart implements AutoCloseable {

    /** Nobody waits for each record. */
    private static final long SILENT_COMMIT_INTERVAL_MS = 100;

    private final Settings settings;
    private final KafkaSettings kafka;
    private final KafkaClientSupplier clients;
    private final Path stateDirectory;
    private final CompletableFuture<Void> failure;
    private final Set<ProjectionName> replacements;
    private final Admin admin;
    private final Consumer<byte[], byte[]> probe;

    ProjectionStart(
            String service,
            Settings settings,
            KafkaSettings kafka,
            KafkaClientSupplier clients,
            Path stateDirectory,
            CompletableFuture<Void> failure,
            Set<ProjectionName> replacements) {
        this.settings = settings;
        this.kafka = kafka;
        this.clients = clients;
        this.stateDirectory = stateDirectory;
        this.failure = failure;
        this.replacements = Set.copyOf(replacements);
        this.admin = Admin.create(kafka.admin(service + "-projections"));
        this.probe = new KafkaConsumer<>(
                kafka.committedConsumer(service + "-projections"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** A projection with its topics, which does not run yet. */
    RunningProjection create(ProjectionRuntime<?, ?> projection) {
        return create(
                projection,
                projection.name().applicationId(),
                projection::topology,
                Map.of(ProjectionErrors.ON_ERROR_CONFIG, settings.projections().onError()));
    }

    /**
     * The same as an application of another name, which publishes nothing.
     *
     * @param threads how many it has
     */
    RunningProjection createSilent(
            ProjectionRuntime<?, ?> projection, String application, ProjectionErrors.OnError onError, int threads) {
        return create(
                projection,
                application,
                projection::silentTopology,
                Map.of(
                        ProjectionErrors.ON_ERROR_CONFIG,
                        onError,
                        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                        threads,
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        SILENT_COMMIT_INTERVAL_MS));
    }

    private RunningProjection create(
            ProjectionRuntime<?, ?> projection,
            String application,
            IntFunction<Topology> topologies,
            Map<String, Object> more) {
        TopicCreator topics = new TopicCreator(admin, settings.topics());
        int partitions = topics.ensure(projection.definition());
        // A projection that is built anew has a new topic of dead letters; what any instance has kept of it before is
        // then void.
        String generation = topics.topicId(projection.name().deadLettersTopic());
        Path state = ProjectionState.directory(topics.clusterId(), application, generation);
        ProjectionState.deleteFormer(stateDirectory.resolve(state));
        Map<String, Object> config = kafka.streams(application, stateDirectory, state.toString());
        addErrorHandling(config, projection);
        config.putAll(more);
        Topology topology = topologies.apply(partitions);
        ApplicationProgress progress =
                new ApplicationProgress(application, internalTopics(application, topology, projection), admin, probe);
        StreamsRunner streams = StreamsRunner.create(topology, config, clients, failureOf(projection), () -> {});
        return new RunningProjection(projection, streams, partitions, progress);
    }

    /** A new version that fails leaves the service alone: the one before it is served. */
    private CompletableFuture<Void> failureOf(ProjectionRuntime<?, ?> projection) {
        return replacements.contains(projection.name()) ? new CompletableFuture<>() : failure;
    }

    @Override
    public void close() {
        probe.close();
        admin.close();
    }

    /** The topics that it reads, and that are nobody else's. */
    private static Set<String> internalTopics(
            String application, Topology topology, ProjectionRuntime<?, ?> projection) {
        Set<String> sources = projection.definition().sources().stream()
                .map(ProjectionDefinition.Source::topic)
                .collect(Collectors.toSet());
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .filter(topic -> !sources.contains(topic))
                .map(topic -> application + "-" + topic)
                .collect(Collectors.toSet());
    }

    private void addErrorHandling(Map<String, Object> config, ProjectionRuntime<?, ?> projection) {
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProjectionErrors.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, ProjectionErrors.class);
        config.put(ProjectionErrors.TOPIC_CONFIG, projection.name().deadLettersTopic());
    }
}
