package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.EntityReader;
import dev.annals.feed.Feeds;
import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Door;
import dev.annals.http.ProjectionEndpoints;
import dev.annals.http.Router;
import dev.annals.http.Routes;
import dev.annals.instances.Instances;
import dev.annals.projection.ProjectionRuntime;
import java.time.Duration;
import java.util.function.Function;

/** Makes the HTTP handlers of each of a service's aggregates and projections. */
public final class Endpoints {

    private final CommandGateway gateway;
    private final ServiceStreams streams;
    private final int partitions;
    private final CatchUpWatch watch;
    private final Function<StreamsRunner, Instances> instances;
    private final Duration patience;
    private final Router router;
    private final Feeds feeds;
    private final Door door;

    /**
     * Makes handlers.
     *
     * @param streams the Kafka Streams applications
     * @param partitions of each of the aggregates' topics
     * @param watch of new versions of projections
     * @param instances the instances of one of the service's Kafka Streams applications
     * @param patience how long a read of a projection may wait for it to come as far as it asks for
     * @param router between the instances that process the aggregates
     */
    Endpoints(
            CommandGateway gateway,
            ServiceStreams streams,
            int partitions,
            CatchUpWatch watch,
            Function<StreamsRunner, Instances> instances,
            Duration patience,
            Router router,
            Feeds feeds,
            Door door) {
        this.gateway = gateway;
        this.streams = streams;
        this.partitions = partitions;
        this.watch = watch;
        this.instances = instances;
        this.patience = patience;
        this.router = router;
        this.feeds = feeds;
        this.door = door;
    }

    public <K, C, E, S> AggregateEndpoints<K, C, E, S> of(AggregateRuntime<K, C, E, S> aggregate) {
        EntityReader<K, S> entities = aggregate.reader(streams.stores(), partitions);
        return new AggregateEndpoints<>(
                aggregate, gateway, entities, aggregate.history(streams.stores(), entities), router, feeds, door);
    }

    /** The routes of a new version of a projection, which takes the place of the one before when it has caught up. */
    public Routes replacing(Routes routes, ProjectionRuntime<?, ?> projection) {
        return routes.replacedOnce(projection.name().toString(), watch.watch(running(projection)));
    }

    private RunningProjection running(ProjectionRuntime<?, ?> projection) {
        return streams.projections().stream()
                .filter(each -> each.projection() == projection)
                .findFirst()
                .orElseThrow();
    }

    public <K, S> ProjectionEndpoints<K, S> of(ProjectionRuntime<K, S> projection) {
        RunningProjection running = running(projection);
        return new ProjectionEndpoints<>(
                projection,
                running.progress(),
                patience,
                projection.reader(running.streams(), running.partitions()),
                router.to(instances.apply(running.streams())),
                feeds,
                door);
    }
}
