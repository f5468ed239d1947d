package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.Engine;
import dev.annals.http.HttpServer;
import dev.annals.http.InstancesEndpoint;
import dev.annals.http.Router;
import dev.annals.http.Routes;
import dev.annals.http.SchemaEndpoint;
import dev.annals.instances.Instances;
import dev.annals.instances.PeerClient;
import dev.annals.ownership.Leases;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.transaction.CommitNotifyingClientSupplier;
import dev.annals.transaction.OpenTransactions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running service. Its parts start one after another - broker, schema registry, topics, streams, HTTP - and stop the
 * other way round, so that no request comes in that cannot be answered.
 */
public final class Application implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Settings settings;
    private final OpenTransactions transactions = new OpenTransactions();
    private final Leases leases = new Leases();

    private Application(Settings settings) {
        this.settings = settings;
    }

    private record Part(String name, AutoCloseable handle) {}

    /**
     * Starts a service and returns when it answers requests.
     *
     * @param fresh whether the embedded broker's data and the state beside it are removed first
     * @throws StartException when it does not start; what had started is stopped again
     */
    static Application start(Service.Factory factory, Settings settings, boolean fresh) {
        long started = System.nanoTime();
        Application application = new Application(settings);
        try {
            application.start(factory, fresh, started);
            return application;
        } catch (Throwable e) {
            application.close();
            throw e;
        }
    }

    /**
     * Starts a service with these settings alone: neither the environment nor files are looked at. For tests, and for
     * services inside a larger program.
     *
     * @throws StartException when it does not start; what had started is stopped again
     */
    public static Application start(Service.Factory factory, Map<String, String> settings) {
        return start(factory, SettingsReader.of(settings), false);
    }

    /** The address that the HTTP server listens on. */
    public InetSocketAddress httpAddress() {
        return part(HttpServer.class).address();
    }

    /** The registry that holds the schemas of the service's messages. */
    public SchemaRegistry schemas() {
        return part(SchemaRegistry.class);
    }

    /** Completes exceptionally when the service cannot go on. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Stops all parts, the last one first. A second call does nothing. */
    @Override
    public synchronized void close() {
        for (Part part = parts.poll(); part != null; part = parts.poll()) {
            LOG.info("Stopping {}", part.name());
            try {
                part.handle().close();
            } catch (Exception e) {
                LOG.error("{} did not stop in order", part.name(), e);
            }
        }
    }

    private synchronized void start(Service.Factory factory, boolean fresh, long started) {
        BrokerAddress broker = BrokerAddress.find(settings, fresh);
        broker.embedded().ifPresent(embedded -> add("the embedded broker", embedded));
        KafkaSettings kafka = new KafkaSettings(broker.clientSettings(settings.kafka()), broker.bootstrapServers());
        Service service = createService(factory, kafka);
        String clusterId = createTopics(service, kafka);
        Path stateDirectory = settings.embedded().directory().resolve("streams").toAbsolutePath();
        Map<String, Object> streamsConfig = kafka.streams(service.name(), stateDirectory, clusterId);
        StreamsRunner streams = createStreams(service, streamsConfig);
        InetSocketAddress address = startHttp(service, streams, producer(service, kafka));
        LOG.info("Starting Kafka Streams");
        streams.start();
        new StartMessage(service, settings, broker, streamsConfig, address).log(System.nanoTime() - started);
    }

    /** The service, with its schemas in the registry, which is started for it. */
    private Service createService(Service.Factory factory, KafkaSettings kafka) {
        LOG.info("Looking at the schemas");
        try {
            SchemaRegistry schemas = add("the schema registry", SchemaRegistryStart.start(settings, kafka));
            return factory.create(new Engine(
                    transactions, schemas, leases, settings.commands().deduplicationWindow()));
        } catch (SchemaRegistryException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    /** Sees to the topics, and returns the id of the cluster that they are in. */
    private String createTopics(Service service, KafkaSettings kafka) {
        LOG.info("Looking at the topics");
        try (Admin admin = Admin.create(kafka.admin(service.name() + "-topics"))) {
            TopicCreator topics = new TopicCreator(admin, settings.topics());
            topics.ensure(
                    service.aggregates().stream().map(AggregateRuntime::name).toList());
            return topics.clusterId();
        }
    }

    private StreamsRunner createStreams(Service service, Map<String, Object> config) {
        return add(
                "Kafka Streams",
                StreamsRunner.create(
                        service.topology(settings.topics().partitions()),
                        config,
                        new CommitNotifyingClientSupplier(transactions, leases),
                        failure,
                        () -> service.aggregates().forEach(AggregateRuntime::rebalanced)));
    }

    private Producer<byte[], byte[]> producer(Service service, KafkaSettings kafka) {
        long timeout = settings.http().replyTimeout().toMillis();
        return add(
                "the command producer",
                new KafkaProducer<>(
                        kafka.commandProducer(service.name() + "-commands", timeout),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    private InetSocketAddress startHttp(Service service, StreamsRunner streams, Producer<byte[], byte[]> producer) {
        LOG.info("Starting HTTP");
        Settings.Http http = settings.http();
        CommandGateway gateway = new CommandGateway(producer, http.replyTimeout());
        Routes routes = SchemaEndpoint.addTo(new Routes(), schemas());
        Instances instances =
                settings.instances().server().map(streams::instances).orElse(Instances.NONE);
        InstancesEndpoint.addTo(routes, instances);
        Router router =
                new Router(instances, new PeerClient(), settings.instances().patience(), http.replyTimeout());
        service.addRoutes(
                routes, new Endpoints(gateway, streams, settings.topics().partitions(), router));
        return add("HTTP", HttpStart.start(http, routes)).address();
    }

    private <T extends AutoCloseable> T add(String name, T handle) {
        parts.push(new Part(name, handle));
        return handle;
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
