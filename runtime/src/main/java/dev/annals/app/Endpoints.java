package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.LocalStores;
import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Door;
import dev.annals.http.ProjectionEndpoints;
import dev.annals.http.Router;
import dev.annals.instances.Instances;
import dev.annals.projection.ProjectionRuntime;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Makes the HTTP handlers of each of a service's aggregates and projections. */
public final class Endpoints {

    private final CommandGateway gateway;
    private final LocalStores stores;
    private final int partitions;
    private final List<RunningProjection> projections;
    private final Function<StreamsRunner, Instances> instances;
    private final Duration patience;
    private final Router router;
    private final Door door;

    /**
     * Makes handlers.
     *
     * @param stores those of the aggregates
     * @param partitions of each of the aggregates' topics
     * @param instances the instances of one of the service's Kafka Streams applications
     * @param patience how long a read of a projection may wait for it to come as far as it asks for
     * @param router between the instances that process the aggregates
     */
    Endpoints(
            CommandGateway gateway,
            LocalStores stores,
            int partitions,
            List<RunningProjection> projections,
            Function<StreamsRunner, Instances> instances,
            Duration patience,
            Router router,
            Door door) {
        this.gateway = gateway;
        this.stores = stores;
        this.partitions = partitions;
        this.projections = projections;
        this.instances = instances;
        this.patience = patience;
        this.router = router;
        this.door = door;
    }

    public <K, C, E, S> AggregateEndpoints<K, C, E, S> of(AggregateRuntime<K, C, E, S> aggregate) {
        return new AggregateEndpoints<>(aggregate, gateway, aggregate.reader(stores, partitions), router, door);
    }

    public <K, S> ProjectionEndpoints<K, S> of(ProjectionRuntime<K, S> projection) {
        RunningProjection running = projections.stream()
                .filter(each -> each.projection() == projection)
                .findFirst()
                .orElseThrow();
        return new ProjectionEndpoints<>(
                projection,
                running.progress(),
                patience,
                projection.reader(running.streams(), running.partitions()),
                router.to(instances.apply(running.streams())),
                door);
    }
}
