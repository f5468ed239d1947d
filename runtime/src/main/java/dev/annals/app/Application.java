package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.Engine;
import dev.annals.auth.Access;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.feed.Feeds;
import dev.annals.http.ApiDocumentsEndpoint;
import dev.annals.http.Door;
import dev.annals.http.HealthEndpoint;
import dev.annals.http.HttpServer;
import dev.annals.http.InstancesEndpoint;
import dev.annals.http.Router;
import dev.annals.http.Routes;
import dev.annals.http.SchemaEndpoint;
import dev.annals.http.SubscriptionsEndpoint;
import dev.annals.http.TopologyEndpoint;
import dev.annals.instances.CombinedInstances;
import dev.annals.instances.Instances;
import dev.annals.instances.PeerClient;
import dev.annals.metrics.ServiceMetrics;
import dev.annals.ownership.Leases;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.subscription.Subscriber;
import dev.annals.topology.NamedTopology;
import dev.annals.transaction.CommitNotifyingClientSupplier;
import dev.annals.transaction.OpenTransactions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service from its start to its end. Its parts start one after another - broker, schema registry, topics, HTTP, streams - and
 * stop the other way round, so that no request comes in that cannot be answered. HTTP answers before the state is restored, so
 * that it can be asked how far that is, and forwards to other instances what they own.
 */
public final class Application implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private static final String TOLD_TO_STOP = "The service was told to stop while it was starting";

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Settings settings;
    private final OpenTransactions transactions = new OpenTransactions();
    private final Leases leases = new Leases();
    private final List<NamedTopology> topologies = new CopyOnWriteArrayList<>();
    private final Object closing = new Object();
    private volatile boolean stopping;

    Application(Settings settings) {
        this.settings = settings;
    }

    private record Part(String name, AutoCloseable handle) {}

    /**
     * Starts a service with these settings alone: neither the environment nor files are looked at. For tests, and for
     * services inside a larger program.
     *
     * @throws StartException when it does not start; what had started is stopped again
     */
    public static Application start(Service.Factory factory, Map<String, String> settings) {
        Application application = new Application(SettingsReader.of(settings));
        application.start(factory, false);
        return application;
    }

    /**
     * Starts the service and returns when it answers requests.
     *
     * @param fresh whether the embedded broker's data and the state beside it are removed first
     * @throws StartException when it does not start; what had started is stopped again
     */
    void start(Service.Factory factory, boolean fresh) {
        long started = System.nanoTime();
        try {
            start(factory, fresh, started);
        } catch (Throwable e) {
            boolean toldToStop = stopping;
            close();
            if (toldToStop) {
                throw new StartException(ExitCode.STOPPED, TOLD_TO_STOP, e);
            }
            throw e;
        }
    }

    /** The address that the HTTP server listens on. */
    public InetSocketAddress httpAddress() {
        return part(HttpServer.class).address();
    }

    /** The routes that the service answers: by path template, the methods. */
    public SortedMap<String, Set<String>> routes() {
        return part(HttpServer.class).routes().all();
    }

    /** The registry that holds the schemas of the service's messages. */
    public SchemaRegistry schemas() {
        return part(SchemaRegistry.class);
    }

    /** Completes exceptionally when the service cannot go on. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Whether it has been told to stop. */
    boolean isStopping() {
        return stopping;
    }

    /**
     * Stops all parts, the last one first, also where it is still starting. It is unready from now on; where a delay is set, it
     * answers requests until that is over. A second call does nothing.
     */
    @Override
    public void close() {
        boolean first = !stopping;
        stopping = true;
        if (first && isStarted()) {
            awaitDelay();
        }
        // One after another, also where a start that fails and a signal stop it at the same time.
        synchronized (closing) {
            for (Part part = poll(); part != null; part = poll()) {
                LOG.info("Stopping {}", part.name());
                close(part);
            }
        }
    }

    private void start(Service.Factory factory, boolean fresh, long started) {
        BrokerAddress broker = BrokerAddress.find(settings, fresh);
        broker.embedded().ifPresent(embedded -> add("the embedded broker", embedded));
        KafkaSettings kafka = new KafkaSettings(broker.clientSettings(settings.kafka()), broker.bootstrapServers());
        ServiceMetrics metrics = add("metrics", new ServiceMetrics());
        Service service = createService(factory, kafka, metrics);
        String clusterId = createTopics(service, kafka);
        Path stateDirectory = LocalState.streams(settings);
        Map<String, Object> streamsConfig = kafka.streams(service.name(), stateDirectory, clusterId);
        CommitNotifyingClientSupplier clients = new CommitNotifyingClientSupplier(transactions, leases);
        ServiceStreams streams = new ServiceStreams(
                createStreams(service, streamsConfig, clients),
                createProjections(service, kafka, clients, stateDirectory),
                createExtensions(service, kafka, clients, stateDirectory));
        Producer<byte[], byte[]> producer = createProducer(service, kafka);
        streams.all().forEach(each -> metrics.showStreams(each.streams()));
        metrics.showProducer(producer);
        metrics.showInFlight(transactions::callers);
        metrics.showRestore(streams::remaining, streams::restored);
        List<Subscriber> subscribers = createSubscribers(service, kafka, producer, metrics);
        InetSocketAddress address = startHttp(service, kafka, streams, subscribers, producer, metrics);
        LOG.info("Starting Kafka Streams");
        streams.start();
        subscribers.forEach(Subscriber::start);
        new StartMessage(service, settings, broker, streamsConfig, address).log(System.nanoTime() - started);
    }

    /** The service, with its schemas in the registry, which is started for it. */
    private Service createService(Service.Factory factory, KafkaSettings kafka, ServiceMetrics metrics) {
        LOG.info("Looking at the schemas");
        try {
            SchemaRegistry schemas = add("the schema registry", SchemaRegistryStart.start(settings, kafka));
            return factory.create(new Engine(
                    transactions, schemas, leases, settings.commands().deduplicationWindow(), metrics::commands));
        } catch (SchemaRegistryException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    /** Sees to the topics, and returns the id of the cluster that they are in. */
    private String createTopics(Service service, KafkaSettings kafka) {
        LOG.info("Looking at the topics");
        ExtensionStart.check(service);
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-topics"))) {
            // First, so that a start that is refused leaves no topics behind.
            new StateCheck(admin, service, settings, kafka).run();
            TopicCreator topics = new TopicCreator(admin, settings.topics());
            topics.ensure(
                    service.aggregates().stream().map(AggregateRuntime::name).toList());
            return topics.clusterId();
        }
    }

    private List<RunningProjection> createProjections(
            Service service, KafkaSettings kafka, CommitNotifyingClientSupplier clients, Path stateDirectory) {
        List<RunningProjection> projections = new ArrayList<>();
        if (service.projections().isEmpty()) {
            return projections;
        }
        ProjectionStart start = add(
                "what watches the projections",
                new ProjectionStart(
                        service.name(),
                        settings,
                        kafka,
                        clients,
                        stateDirectory,
                        failure,
                        ProjectionName.replacements(service.projections().stream()
                                .map(ProjectionRuntime::name)
                                .toList())));
        for (ProjectionRuntime<?, ?> projection : ProjectionOrder.of(service.projections())) {
            RunningProjection running = add("the projection " + projection.name(), start.create(projection));
            projections.add(running);
            topologies.add(
                    NamedTopology.of(projection.name().applicationId(), projection.topology(running.partitions())));
        }
        return projections;
    }

    private List<RunningExtension> createExtensions(
            Service service, KafkaSettings kafka, CommitNotifyingClientSupplier clients, Path stateDirectory) {
        List<RunningExtension> extensions = new ArrayList<>();
        if (service.extensions().isEmpty()) {
            return extensions;
        }
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-extensions"))) {
            ExtensionStart start = new ExtensionStart(
                    new TopicCreator(admin, settings.topics()),
                    new ApplicationConfig(kafka, stateDirectory),
                    settings,
                    clients,
                    failure);
            start.ensureTopics(
                    service.extensions(),
                    new FirstOffsets(admin, settings.reactions().lostOffsets(), "reactions.lost.offsets"));
            for (ExtensionRuntime extension : service.extensions()) {
                Topology topology = extension.topology();
                topologies.add(NamedTopology.of(extension.name().applicationId(), topology));
                extensions.add(add("the extension " + extension.name(), start.create(extension, topology)));
            }
        }
        return extensions;
    }

    private List<Subscriber> createSubscribers(
            Service service, KafkaSettings kafka, Producer<byte[], byte[]> producer, ServiceMetrics metrics) {
        if (service.subscriptions().isEmpty()) {
            return List.of();
        }
        SubscriptionStart start = new SubscriptionStart(settings, kafka, producer, metrics, failure);
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-subscriptions"))) {
            start.ensureTopics(admin, service.subscriptions());
        }
        return service.subscriptions().stream()
                .map(subscription -> add("the subscription " + subscription.name(), start.create(subscription)))
                .toList();
    }

    private Optional<StreamsRunner> createStreams(
            Service service, Map<String, Object> config, CommitNotifyingClientSupplier clients) {
        if (service.aggregates().isEmpty()) {
            return Optional.empty();
        }
        Topology topology = service.topology(settings.topics().partitions());
        topologies.add(NamedTopology.of(service.name(), topology));
        try {
            return Optional.of(add(
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

    private Producer<byte[], byte[]> createProducer(Service service, KafkaSettings kafka) {
        long timeout = settings.http().replyTimeout().toMillis();
        return add(
                "the command producer",
                new KafkaProducer<>(
                        kafka.commandProducer(service.name() + "-commands", timeout),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    private InetSocketAddress startHttp(
            Service service,
            KafkaSettings kafka,
            ServiceStreams streams,
            List<Subscriber> subscribers,
            Producer<byte[], byte[]> producer,
            ServiceMetrics metrics) {
        LOG.info("Starting HTTP");
        Settings.Http http = settings.http();
        Access access = AccessStart.start(settings.auth());
        add("authentication", access.authenticator());
        Door door = new Door(access, http.limits());
        Router router = new Router(
                streams.aggregates().map(this::instances).orElse(Instances.NONE),
                new PeerClient(HttpStart.peerTls(http)),
                settings.instances().patience(),
                http.replyTimeout());
        Routes routes = SchemaEndpoint.addTo(new Routes(), schemas(), door);
        InstancesEndpoint.addTo(
                routes,
                new CombinedInstances(
                        streams.all().stream().map(this::instances).toList()),
                door);
        HealthEndpoint.addTo(routes, new ServiceHealth(streams.needed(), failure, () -> stopping));
        HealthEndpoint.addMetricsTo(routes, metrics::scrape, door);
        ApiDocumentsEndpoint.addTo(routes, service.name(), service.getClass(), door);
        TopologyEndpoint.addTo(routes, topologies, door);
        new DeadLettersStart(
                        kafka.committedConsumer(service.name() + "-dead-letters"),
                        settings.topics().partitions(),
                        producer)
                .addTo(routes, service, streams, door);
        SubscriptionsEndpoint.addTo(routes, subscribers, door);
        CommandGateway gateway = new CommandGateway(producer, http.replyTimeout());
        Feeds feeds = FeedsStart.create(service.name(), kafka, http.feeds());
        metrics.showFeeds(feeds::open);
        service.addRoutes(
                routes,
                new Endpoints(
                        gateway,
                        streams,
                        settings.topics().partitions(),
                        add("the watch of new projections", new CatchUpWatch()),
                        this::instances,
                        http.replyTimeout(),
                        router,
                        feeds,
                        door));
        InetSocketAddress address = add("HTTP", HttpStart.start(http, routes)).address();
        // Ended before HTTP stops, which would wait for them.
        add("live feeds", feeds);
        return address;
    }

    private Instances instances(StreamsRunner streams) {
        return settings.instances().server().map(streams::instances).orElse(Instances.NONE);
    }

    private void awaitDelay() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.stopDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isStarted() {
        return parts.stream().anyMatch(part -> part.handle() instanceof HttpServer);
    }

    private synchronized @Nullable Part poll() {
        return parts.poll();
    }

    private static void close(Part part) {
        try {
            part.handle().close();
        } catch (Exception e) {
            LOG.error("{} did not stop in order", part.name(), e);
        }
    }

    /** A part that has started while the service was told to stop is stopped at once. */
    private <T extends AutoCloseable> T add(String name, T handle) {
        Part part = new Part(name, handle);
        synchronized (this) {
            if (!stopping) {
                parts.push(part);
                return handle;
            }
        }
        close(part);
        throw new StartException(ExitCode.STOPPED, TOLD_TO_STOP);
    }

    private synchronized <T> T part(Class<T> type) {
        return parts.stream()
                .map(Part::handle)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The service has stopped"));
    }
}
