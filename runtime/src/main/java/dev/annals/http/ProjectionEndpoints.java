package dev.annals.http;

import dev.annals.aggregate.EntityReader;
import dev.annals.auth.Area;
import dev.annals.feed.FeedSource;
import dev.annals.feed.Feeds;
import dev.annals.json.Json;
import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.ProjectionRuntime;
import io.undertow.server.HttpHandler;
import java.time.Duration;

/**
 * Makes the HTTP handlers of one projection; a generated class places them on its routes.
 *
 * @param <K> the type of its keys
 * @param <S> its record
 */
public final class ProjectionEndpoints<K, S> {

    private final ProjectionRuntime<K, S> projection;
    private final ApplicationProgress progress;
    private final Duration patience;
    private final EntityRoutes<K, S> routes;
    private final Feeds feeds;
    private final Door door;

    /**
     * Handlers for a projection.
     *
     * @param patience how long a read may wait for the projection to come as far as it asks for
     */
    public ProjectionEndpoints(
            ProjectionRuntime<K, S> projection,
            ApplicationProgress progress,
            Duration patience,
            EntityReader<K, S> records,
            Router router,
            Feeds feeds,
            Door door) {
        this.projection = projection;
        this.progress = progress;
        this.patience = patience;
        this.routes =
                new EntityRoutes<>(projection.definition().storePartitionedBy(), projection.keys(), records, router);
        this.feeds = feeds;
        this.door = door;
    }

    /**
     * Answers with the record whose key is the last segment of the path.
     *
     * @param fields writes the record's fields, without the braces
     */
    public HttpHandler one(Json.ValueWriter<S> fields) {
        return read(new EntityHandler<>(routes, new EntityJson<>(routes.keys(), fields), FormerVersions.none()));
    }

    /**
     * Answers with pages of records.
     *
     * @param fields writes the record's fields, without the braces
     */
    public HttpHandler all(Json.ValueWriter<S> fields) {
        return read(new EntitiesHandler<>(routes, new EntityJson<>(routes.keys(), fields)));
    }

    /**
     * Answers with a live feed of all changes.
     *
     * @param fields writes the record's fields, without the braces
     */
    public HttpHandler changes(Json.ValueWriter<S> fields) {
        return feeds(fields).all();
    }

    /**
     * Answers with a live feed of the changes of the record whose key is the last segment but one of the path.
     *
     * @param fields writes the record's fields, without the braces
     */
    public HttpHandler changesOfOne(Json.ValueWriter<S> fields) {
        return feeds(fields).one("There are live events alone");
    }

    private FeedEndpoints<K> feeds(Json.ValueWriter<S> fields) {
        FeedSource<K> source = new FeedSource<>(
                projection.name().snapshotsTopic(),
                routes.entities().partitions(),
                projection.keys(),
                new ChangeRecords<>(projection, fields));
        return new FeedEndpoints<>(feeds, source, door);
    }

    private HttpHandler read(HttpHandler handler) {
        return door.guard(
                Area.READS,
                new MinPositionHandler(
                        projection.definition(), progress, routes.entities(), patience, inThisVersion(handler)));
    }

    /** What it forwards says of which version it is, also where no other one is beside it here: there may be one elsewhere. */
    private HttpHandler inThisVersion(HttpHandler handler) {
        String name = projection.name().toString();
        return exchange -> {
            if (!Forward.isForwarded(exchange)) {
                exchange.getRequestHeaders().put(Routes.CHOSEN, name);
            }
            handler.handleRequest(exchange);
        };
    }
}
