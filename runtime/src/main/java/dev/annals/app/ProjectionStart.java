package dev.annals.app;

import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.streams.StreamsErrors;
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
    private final KafkaClientSupplier clients;
    private final ApplicationConfig config;
    private final CompletableFuture<Void> failure;
    private final Set<ProjectionName> replacements;
    private final Admin admin;
    private final Consumer<byte[], byte[]> probe;

    ProjectionStart(
            String service,
            Settings settings,
            KafkaSettings kafka,
            KafkaClientSupplier clients,
            ApplicationConfig config,
            CompletableFuture<Void> failure,
            Set<ProjectionName> replacements) {
        this.settings = settings;
        this.clients = clients;
        this.config = config;
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
                settings.projections().onError(),
                Map.of());
    }

    /**
     * The same as an application of another name, which publishes nothing.
     *
     * @param threads how many it has
     */
    RunningProjection createSilent(
            ProjectionRuntime<?, ?> projection, String application, StreamsErrors.OnError onError, int threads) {
        return create(
                projection,
                application,
                projection::silentTopology,
                onError,
                Map.of(
                        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                        threads,
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        SILENT_COMMIT_INTERVAL_MS));
    }

    private RunningProjection create(
            ProjectionRuntime<?, ?> projection,
            String application,
            IntFunction<Topology> topologies,
            StreamsErrors.OnError onError,
            Map<String, Object> more) {
        TopicCreator topics = new TopicCreator(admin, settings.topics());
        int partitions = topics.ensure(projection.definition());
        Map<String, Object> all =
                config.of(topics, application, projection.name().deadLettersTopic(), onError);
        all.putAll(more);
        Topology topology = topologies.apply(partitions);
        ApplicationProgress progress =
                new ApplicationProgress(application, internalTopics(application, topology, projection), admin, probe);
        StreamsRunner streams = StreamsRunner.create(topology, all, clients, failureOf(projection), () -> {});
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
        Set<String> sources = Set.copyOf(projection.definition().sourceTopics());
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .filter(topic -> !sources.contains(topic))
                .map(topic -> application + "-" + topic)
                .collect(Collectors.toSet());
    }
}
