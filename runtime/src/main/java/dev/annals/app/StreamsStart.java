package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.metrics.ServiceMetrics;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.topology.NamedTopology;
import dev.annals.transaction.CommitNotifyingClientSupplier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Makes all Kafka Streams applications of a service, which do not run yet. Used by one thread. */
final class StreamsStart {

    private final Service service;
    private final Settings settings;
    private final KafkaSettings kafka;
    private final CommitNotifyingClientSupplier clients;
    private final CompletableFuture<Void> failure;
    private final ServiceMetrics metrics;
    private final Parts parts;
    private final Path stateDirectory;
    private final List<NamedTopology> topologies = new ArrayList<>();

    /**
     * The start of what a service streams.
     *
     * @param failure completed exceptionally when one of them cannot go on
     * @param metrics take note of what they do
     * @param parts takes each of them
     */
    StreamsStart(
            Service service,
            Settings settings,
            KafkaSettings kafka,
            CommitNotifyingClientSupplier clients,
            CompletableFuture<Void> failure,
            ServiceMetrics metrics,
            Parts parts) {
        this.service = service;
        this.settings = settings;
        this.kafka = kafka;
        this.clients = clients;
        this.failure = failure;
        this.metrics = metrics;
        this.parts = parts;
        this.stateDirectory = LocalState.streams(settings);
    }

    /**
     * Makes them.
     *
     * @throws StartException when one of them cannot be made
     */
    ServiceStreams create(String clusterId) {
        Map<String, Object> config = kafka.streams(service.name(), stateDirectory, clusterId);
        return new ServiceStreams(
                aggregates(config),
                projections(),
                extensions(),
                topologies,
                String.valueOf(config.get(StreamsConfig.STATE_DIR_CONFIG)));
    }

    private Optional<StreamsRunner> aggregates(Map<String, Object> config) {
        if (service.aggregates().isEmpty()) {
            return Optional.empty();
        }
        Topology topology = service.topology(settings.topics().partitions());
        topologies.add(NamedTopology.of(service.name(), topology));
        try {
            return Optional.of(parts.add(
                    "Kafka Streams",
                    StreamsRunner.create(
                            topology,
                            config,
                            clients,
                            failure,
                            () -> service.aggregates().forEach(AggregateRuntime::rebalanced))));
        } catch (IllegalArgumentException e) {
            throw new StartException(ExitCode.WRONG_SETTING, String.valueOf(e.getMessage()), e);
        }
    }

    private List<RunningProjection> projections() {
        List<RunningProjection> projections = new ArrayList<>();
        if (service.projections().isEmpty()) {
            return projections;
        }
        ProjectionStart start = parts.add(
                "what watches the projections",
                new ProjectionStart(
                        service.name(),
                        settings,
                        kafka,
                        clients,
                        config(),
                        failure,
                        ProjectionName.replacements(service.projections().stream()
                                .map(ProjectionRuntime::name)
                                .toList())));
        for (ProjectionRuntime<?, ?> projection : ProjectionOrder.of(service.projections())) {
            RunningProjection running = parts.add("the projection " + projection.name(), start.create(projection));
            projections.add(running);
            topologies.add(
                    NamedTopology.of(projection.name().applicationId(), projection.topology(running.partitions())));
        }
        return projections;
    }

    private ApplicationConfig config() {
        return new ApplicationConfig(kafka, stateDirectory, metrics::stream);
    }

    private List<RunningExtension> extensions() {
        List<RunningExtension> extensions = new ArrayList<>();
        if (service.extensions().isEmpty()) {
            return extensions;
        }
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-extensions"))) {
            ExtensionStart start = new ExtensionStart(
                    new TopicCreator(admin, settings.topics()), config(), settings, clients, failure);
            start.ensureTopics(
                    service.extensions(),
                    new FirstOffsets(admin, settings.reactions().lostOffsets(), "reactions.lost.offsets"));
            for (ExtensionRuntime extension : service.extensions()) {
                Topology topology = extension.topology();
                topologies.add(NamedTopology.of(extension.name().applicationId(), topology));
                extensions.add(parts.add("the extension " + extension.name(), start.create(extension, topology)));
            }
        }
        return extensions;
    }
}
