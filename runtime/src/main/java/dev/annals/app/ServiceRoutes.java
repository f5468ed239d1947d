package dev.annals.app;

import dev.annals.aggregate.CommandGateway;
import dev.annals.auth.Access;
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
import dev.annals.schema.SchemaRegistry;
import dev.annals.subscription.RunningSubscription;
import java.util.List;
import java.util.Optional;

/** Places all routes of a service, and starts the HTTP server with them. Used by one thread. */
final class ServiceRoutes {

    private final Service service;
    private final Settings settings;
    private final ServiceMetrics metrics;
    private final Parts parts;
    private final Door door;
    private final Routes routes = new Routes();

    /**
     * A service's routes.
     *
     * @param parts takes what is started for them
     */
    ServiceRoutes(Service service, Settings settings, ServiceMetrics metrics, Parts parts) {
        this.service = service;
        this.settings = settings;
        this.metrics = metrics;
        this.parts = parts;
        Access access = AccessStart.start(settings.auth());
        parts.add("authentication", access.authenticator());
        this.door = new Door(access, settings.http().limits());
    }

    /** Those that every service has. */
    void addCommon(
            SchemaRegistry schemas,
            ServiceHealth health,
            ServiceStreams streams,
            List<RunningSubscription> subscriptions) {
        SchemaEndpoint.addTo(routes, schemas, door);
        InstancesEndpoint.addTo(
                routes,
                new CombinedInstances(
                        streams.all().stream().map(this::instances).toList()),
                door);
        HealthEndpoint.addTo(routes, health);
        HealthEndpoint.addMetricsTo(routes, metrics::scrape, door);
        ApiDocumentsEndpoint.addTo(routes, service.name(), service.getClass(), door);
        TopologyEndpoint.addTo(routes, streams.topologies(), door);
        SubscriptionsEndpoint.addTo(routes, subscriptions, door);
    }

    /** Those of dead letters. */
    void addDeadLetters(KafkaClients kafka, ServiceStreams streams, List<RunningSubscription> subscriptions) {
        new DeadLettersStart(
                        kafka.settings().committedConsumer(service.name() + "-dead-letters"),
                        settings.topics().partitions(),
                        settings.reactions().maxHops(),
                        kafka.producer())
                .addTo(routes, service, streams, subscriptions, door);
    }

    /** Those of aggregates and projections; returns their live feeds, which are ended before HTTP stops. */
    Feeds addStreams(KafkaClients kafka, ServiceStreams streams) {
        Settings.Http http = settings.http();
        Router router = new Router(
                streams.aggregates().map(this::instances).orElse(Instances.NONE),
                new PeerClient(HttpStart.peerTls(http)),
                settings.instances().patience(),
                http.replyTimeout());
        Feeds feeds = FeedsStart.create(service.name(), kafka.settings(), http.feeds());
        metrics.showFeeds(feeds::open);
        service.addRoutes(
                routes,
                new Endpoints(
                        new CommandGateway(kafka.producer(), http.replyTimeout()),
                        streams,
                        settings.topics().partitions(),
                        parts.add("the watch of new projections", new CatchUpWatch()),
                        this::instances,
                        http.replyTimeout(),
                        router,
                        feeds,
                        door));
        return feeds;
    }

    /** Starts to answer requests. */
    void start(AddedModules modules, Optional<Feeds> feeds) {
        try {
            modules.addRoutes(routes, door);
        } catch (IllegalArgumentException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
        HttpServer server = HttpStart.start(settings.http(), routes);
        parts.add("HTTP", server);
        // Ended before HTTP stops, which would wait for them.
        feeds.ifPresent(each -> parts.add("live feeds", each));
    }

    private Instances instances(StreamsRunner streams) {
        return settings.instances().server().map(streams::instances).orElse(Instances.NONE);
    }
}
