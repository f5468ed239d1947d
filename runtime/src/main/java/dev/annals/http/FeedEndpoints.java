package dev.annals.http;

import dev.annals.auth.Area;
import dev.annals.feed.FeedSource;
import dev.annals.feed.Feeds;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/**
 * Makes the HTTP handlers of a topic's live feeds, for whatever topic there is something to show of.
 *
 * @param <K> the type of its keys
 */
public final class FeedEndpoints<K> {

    private final Feeds feeds;
    private final FeedSource<K> source;
    private final Door door;

    public FeedEndpoints(Feeds feeds, FeedSource<K> source, Door door) {
        this.feeds = feeds;
        this.source = source;
        this.door = door;
    }

    /** Feeds all records of the topic, to whoever takes a stream of events. */
    public HttpHandler all() {
        HttpHandler feed = new FeedHandler<>(feeds, source, exchange -> Optional.empty());
        return door.guard(
                Area.READS,
                exchange -> negotiate(
                        exchange, Accepted.takesEventStream(exchange), feed, notAcceptable("These are live events")));
    }

    /**
     * Feeds the records of one key, which is the last segment but one of the path, to whoever asks for a stream of events alone.
     *
     * @param otherwise answers those who do not
     */
    public HttpHandler oneOr(HttpHandler otherwise) {
        HttpHandler feed = new FeedHandler<>(feeds, source, this::key);
        return door.guard(
                Area.READS, exchange -> negotiate(exchange, Accepted.prefersEventStream(exchange), feed, otherwise));
    }

    /**
     * The same, where there is nothing else to be had.
     *
     * @param why there is not
     */
    public HttpHandler one(String why) {
        HttpHandler feed = new FeedHandler<>(feeds, source, this::key);
        return door.guard(
                Area.READS,
                exchange -> negotiate(exchange, Accepted.namesEventStream(exchange), feed, notAcceptable(why)));
    }

    /** Answers those who ask for something else than live events. */
    private static HttpHandler notAcceptable(String why) {
        return exchange -> Problems.notAcceptable(why).send(exchange);
    }

    private static void negotiate(
            HttpServerExchange exchange, boolean asksForFeed, HttpHandler feed, HttpHandler otherwise)
            throws Exception {
        if (asksForFeed) {
            feed.handleRequest(exchange);
        } else {
            otherwise.handleRequest(exchange);
        }
    }

    private Optional<K> key(HttpServerExchange exchange) {
        String text = Paths.lastSegmentButOne(exchange);
        try {
            K key = source.keys().fromText(text);
            // A text may be a key's, and have no bytes: an empty one, or half of a surrogate pair.
            source.keys().toBytes(key);
            return Optional.of(key);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalidKey(text, source.keys().description()));
        }
    }
}
