package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.LocalStores;
import dev.annals.feed.Feeds;
import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Door;
import dev.annals.http.Router;

/** Makes the HTTP handlers of each of a service's aggregates. */
public final class Endpoints {

    private final CommandGateway gateway;
    private final LocalStores stores;
    private final int partitions;
    private final Router router;
    private final Feeds feeds;
    private final Door door;

    Endpoints(CommandGateway gateway, LocalStores stores, int partitions, Router router, Feeds feeds, Door door) {
        this.gateway = gateway;
        this.stores = stores;
        this.partitions = partitions;
        this.router = router;
        this.feeds = feeds;
        this.door = door;
    }

    public <K, C, E, S> AggregateEndpoints<K, C, E, S> of(AggregateRuntime<K, C, E, S> aggregate) {
        EntityReader<K, S> entities = aggregate.reader(stores, partitions);
        return new AggregateEndpoints<>(
                aggregate, gateway, entities, aggregate.history(stores, entities), router, feeds, door);
    }
}
