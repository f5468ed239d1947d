package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.HistoryReader;
import dev.annals.auth.Area;
import dev.annals.feed.FeedSource;
import dev.annals.feed.Feeds;
import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import io.undertow.server.HttpHandler;
import java.util.function.Predicate;

/**
 * Makes the HTTP handlers of one aggregate; a generated class places them on its routes.
 *
 * @param <K> the type of its keys
 * @param <C> the sealed interface of its commands
 * @param <E> the sealed interface of its events
 * @param <S> its snapshot record
 */
public final class AggregateEndpoints<K, C, E, S> {

    private final AggregateRuntime<K, C, E, S> aggregate;
    private final CommandGateway gateway;
    private final EntityRoutes<K, S> routes;
    private final HistoryReader<K, E, S> history;
    private final Feeds feeds;
    private final Door door;

    public AggregateEndpoints(
            AggregateRuntime<K, C, E, S> aggregate,
            CommandGateway gateway,
            EntityReader<K, S> entities,
            HistoryReader<K, E, S> history,
            Router router,
            Feeds feeds,
            Door door) {
        this.aggregate = aggregate;
        this.gateway = gateway;
        this.history = history;
        this.feeds = feeds;
        this.door = door;
        this.routes = new EntityRoutes<>(
                aggregate.name().commandsTopic(), aggregate.aggregate().keys(), entities, router);
    }

    /**
     * Takes commands, and answers with their events once these are committed.
     *
     * @param commands reads a command
     * @param events writes an event as an object
     * @param answersWithArray whether a command's answer is an array of events or the one event itself
     */
    public HttpHandler commands(
            JsonValue.Reader<C> commands, Json.ValueWriter<E> events, Predicate<C> answersWithArray) {
        return door.commands(new CommandsHandler<>(
                aggregate, gateway, routes, door, commands, new OutcomeReply<>(events), answersWithArray));
    }

    /**
     * Answers with the outcome of a command, whose message id is the last segment of the path, as its POST was answered.
     *
     * @param events writes an event as an object
     * @param answersWithArray whether a command's answer is an array of events or the one event itself
     */
    public HttpHandler outcome(Json.ValueWriter<E> events, Predicate<C> answersWithArray) {
        return door.guard(
                Area.COMMANDS, new OutcomeHandler<>(aggregate, routes, new OutcomeReply<>(events), answersWithArray));
    }

    /**
     * Answers with the entity whose key is the last segment of the path.
     *
     * @param fields writes the snapshot's fields, without the braces
     */
    public HttpHandler one(Json.ValueWriter<S> fields) {
        return door.guard(
                Area.READS,
                new EntityHandler<>(routes, new EntityJson<>(routes.keys(), fields), FormerVersions.of(history)));
    }

    /**
     * Answers with pages of entities.
     *
     * @param fields writes the snapshot's fields, without the braces
     */
    public HttpHandler all(Json.ValueWriter<S> fields) {
        return door.guard(Area.READS, new EntitiesHandler<>(routes, new EntityJson<>(routes.keys(), fields)));
    }

    /**
     * Answers with a live feed of all events.
     *
     * @param fields writes an event's type and fields, without the braces
     */
    public HttpHandler events(Json.ValueWriter<E> fields) {
        return feeds(fields).all();
    }

    /**
     * Answers with a live feed of the events of the entity whose key is the last segment but one of the path; or, where no
     * stream is asked for, with pages of its history.
     *
     * @param fields writes an event's type and fields, without the braces
     */
    public HttpHandler eventsOfOne(Json.ValueWriter<E> fields) {
        FeedEndpoints<K> feed = feeds(fields);
        return history.isKept()
                ? feed.oneOr(new HistoryHandler<>(routes, history, new EventJson<>(fields)))
                : feed.one(
                        "There is no history to read (the aggregate's @EventSourced does not say history = true), and there are"
                                + " live events alone");
    }

    private FeedEndpoints<K> feeds(Json.ValueWriter<E> fields) {
        FeedSource<K> source = new FeedSource<>(
                aggregate.name().eventsTopic(),
                routes.entities().partitions(),
                aggregate.aggregate().keys(),
                new EventRecords<>(aggregate, fields));
        return new FeedEndpoints<>(feeds, source, door);
    }
}
