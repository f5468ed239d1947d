package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.feed.Feeds;
import dev.annals.http.HttpServer;
import dev.annals.metrics.ServiceMetrics;
import dev.annals.ownership.Leases;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.subscription.RunningSubscription;
import dev.annals.transaction.CommitNotifyingClientSupplier;
import dev.annals.transaction.OpenTransactions;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service from its start to its end. Its modules start one after another - broker, schema registry, streams, subscriptions, HTTP, and
 * between them those that were added - and stop the other way round, so that no request comes in that cannot be answered. HTTP answers
 * before the state is restored, so that it can be asked how far that is, and forwards to other instances what they own.
 */
public final class Application implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Parts parts = new Parts();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Settings settings;
    private final OpenTransactions transactions = new OpenTransactions();
    private final Leases leases = new Leases();
    private volatile boolean stopping;

    Application(Settings settings) {
        this.settings = settings;
    }

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
                throw new StartException(ExitCode.STOPPED, Parts.TOLD_TO_STOP, e);
            }
            throw e;
        }
    }

    /**
     * The address that the HTTP server listens on.
     *
     * @throws IllegalStateException where it has stopped, or the service runs without HTTP
     */
    public InetSocketAddress httpAddress() {
        return parts.get(HttpServer.class).address();
    }

    /** The routes that the service answers: by path template, the methods. */
    public SortedMap<String, Set<String>> routes() {
        return parts.get(HttpServer.class).routes().all();
    }

    /** The registry that holds the schemas of the service's messages. */
    public SchemaRegistry schemas() {
        return parts.get(SchemaRegistry.class);
    }

    /** Completes exceptionally when the service cannot go on; whoever has started it closes it then. */
    public CompletableFuture<Void> failure() {
        return failure.copy();
    }

    /**
     * Stops all parts, the last one first, also where it is still starting. It is unready from now on; where a delay is set, it
     * answers requests until that is over. A second call does nothing.
     */
    @Override
    public void close() {
        boolean first = !stopping;
        stopping = true;
        parts.refuse();
        if (first && parts.has(HttpServer.class)) {
            awaitDelay();
        }
        // All at once, because each may have events to wait for.
        parts.all(RunningSubscription.class).forEach(RunningSubscription::tellToStop);
        parts.close();
    }

    private void start(Service.Factory factory, boolean fresh, long started) {
        Modules modules = factory.modules();
        Optional<BrokerAddress> broker = findBroker(modules, fresh);
        Optional<KafkaSettings> kafka = broker.map(
                found -> new KafkaSettings(found.clientSettings(settings.kafka()), found.bootstrapServers()));
        ServiceMetrics metrics = parts.add("metrics", new ServiceMetrics());
        Service service = createService(factory, modules, kafka, metrics);
        ServiceDatabase database = new ServiceDatabase(service, settings, parts);
        AddedModules added = new AddedModules(service, modules.create(), settings, kafka, metrics, database, failure);
        Optional<KafkaClients> clients = kafka.map(found -> createClients(service, modules, found, metrics));
        added.startBefore(StandardModule.STREAMS.priority(), parts);
        ServiceStreams streams = createStreams(service, modules, clients, metrics);
        added.startBefore(StandardModule.SUBSCRIPTIONS.priority(), parts);
        List<RunningSubscription> subscriptions = createSubscriptions(service, modules, database, clients, metrics);
        added.startBefore(StandardModule.HTTP.priority(), parts);
        if (modules.has(StandardModule.HTTP)) {
            startHttp(service, modules, clients, streams, subscriptions, added, metrics);
        }
        streams.start();
        subscriptions.forEach(RunningSubscription::start);
        added.startRest(parts);
        new StartMessage(service, settings, broker, streams.stateDirectory(), address())
                .log(System.nanoTime() - started);
    }

    private Optional<BrokerAddress> findBroker(Modules modules, boolean fresh) {
        if (!modules.has(StandardModule.KAFKA)) {
            return Optional.empty();
        }
        BrokerAddress broker = BrokerAddress.find(settings, fresh, modules.has(StandardModule.EMBEDDED_BROKER));
        broker.embedded().ifPresent(embedded -> parts.add("the embedded broker", embedded));
        return Optional.of(broker);
    }

    /** The service, with its schemas in the registry, which is started for it. */
    private Service createService(
            Service.Factory factory, Modules modules, Optional<KafkaSettings> kafka, ServiceMetrics metrics) {
        LOG.info("Looking at the schemas");
        boolean told = modules.has(StandardModule.SCHEMAS);
        if (!told && settings.schemas() instanceof SchemaSettings.Confluent) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "schemas.registry is confluent, whose ids are in every message, and the service runs without SCHEMAS: leave one");
        }
        try {
            SchemaRegistry schemas = parts.add(
                    "the schema registry",
                    told ? SchemaRegistryStart.start(settings, kafka) : new InMemorySchemaRegistry());
            return factory.create(new Engine(
                    transactions, schemas, leases, settings.commands().deduplicationWindow(), metrics::commands));
        } catch (SchemaRegistryException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    private KafkaClients createClients(Service service, Modules modules, KafkaSettings kafka, ServiceMetrics metrics) {
        String clusterId = createTopics(service, modules, kafka);
        Producer<byte[], byte[]> producer = createProducer(service, kafka);
        metrics.showProducer(producer);
        return new KafkaClients(kafka, clusterId, new CommitNotifyingClientSupplier(transactions, leases), producer);
    }

    /** Sees to the topics, and returns the id of the cluster that they are in. */
    private String createTopics(Service service, Modules modules, KafkaSettings kafka) {
        LOG.info("Looking at the topics");
        ExtensionStart.check(service);
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-topics"))) {
            if (modules.has(StandardModule.STREAMS)) {
                // First, so that a start that is refused leaves no topics behind.
                new StateCheck(admin, service, settings, kafka).run();
            }
            TopicCreator topics = new TopicCreator(admin, settings.topics());
            topics.ensure(
                    service.aggregates().stream().map(AggregateRuntime::name).toList());
            return topics.clusterId();
        }
    }

    private Producer<byte[], byte[]> createProducer(Service service, KafkaSettings kafka) {
        long timeout = settings.http().replyTimeout().toMillis();
        return parts.add(
                "the command producer",
                new KafkaProducer<>(
                        kafka.commandProducer(service.name() + "-commands", timeout),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    private ServiceStreams createStreams(
            Service service, Modules modules, Optional<KafkaClients> kafka, ServiceMetrics metrics) {
        if (kafka.isEmpty() || !modules.has(StandardModule.STREAMS)) {
            return ServiceStreams.NONE;
        }
        ServiceStreams streams = new StreamsStart(
                        service, settings, kafka.get().settings(), kafka.get().streams(), failure, metrics, parts)
                .create(kafka.get().clusterId());
        streams.all().forEach(each -> metrics.showStreams(each.streams()));
        metrics.showInFlight(transactions::callers);
        metrics.showRestore(streams::remaining, streams::restored);
        return streams;
    }

    private List<RunningSubscription> createSubscriptions(
            Service service,
            Modules modules,
            ServiceDatabase database,
            Optional<KafkaClients> kafka,
            ServiceMetrics metrics) {
        List<RunningSubscription> created = new ArrayList<>();
        if (kafka.isPresent() && modules.has(StandardModule.SUBSCRIPTIONS)) {
            if (!service.subscriptions().isEmpty()) {
                created.addAll(new SubscriptionStart(settings, kafka.get(), metrics, failure)
                        .create(service.subscriptions(), parts));
            }
            if (!service.readModels().isEmpty()) {
                created.addAll(new ReadModelStart(settings, kafka.get(), metrics, failure)
                        .create(service.readModels(), database.get().writers(), parts));
            }
        }
        return created;
    }

    private void startHttp(
            Service service,
            Modules modules,
            Optional<KafkaClients> kafka,
            ServiceStreams streams,
            List<RunningSubscription> subscriptions,
            AddedModules added,
            ServiceMetrics metrics) {
        LOG.info("Starting HTTP");
        ServiceRoutes routes = new ServiceRoutes(service, settings, metrics, parts);
        ServiceHealth health = new ServiceHealth(streams.needed(), added, failure, () -> stopping);
        routes.addCommon(schemas(), health, streams, subscriptions);
        kafka.ifPresent(clients -> routes.addDeadLetters(clients, streams, subscriptions));
        Optional<Feeds> feeds = modules.has(StandardModule.STREAMS)
                ? kafka.map(clients -> routes.addStreams(clients, streams))
                : Optional.empty();
        routes.start(added, feeds);
    }

    private Optional<InetSocketAddress> address() {
        return parts.has(HttpServer.class) ? Optional.of(httpAddress()) : Optional.empty();
    }

    private void awaitDelay() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.stopDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
