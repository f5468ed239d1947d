package dev.annals.http;

import dev.annals.aggregate.NotReadyException;
import dev.annals.feed.Feed;
import dev.annals.feed.FeedRequest;
import dev.annals.feed.FeedSource;
import dev.annals.feed.Feeds;
import dev.annals.feed.InvalidPositionException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a GET with a live feed: from the event after {@code Last-Event-ID}, from the beginning with {@code ?from=start}, or from
 * now on. Each runs on a thread of its own.
 */
final class FeedHandler<K> implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHandler.class);

    private static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");

    private final Feeds feeds;
    private final FeedSource<K> source;
    private final Keys<K> keys;

    /** Whose records are asked for. */
    @FunctionalInterface
    interface Keys<K> {

        /**
         * The key in a request; empty where all are asked for.
         *
         * @throws ProblemException when there is something in its place that is no key
         */
        Optional<K> find(HttpServerExchange exchange);
    }

    FeedHandler(Feeds feeds, FeedSource<K> source, Keys<K> keys) {
        this.feeds = feeds;
        this.source = source;
        this.keys = keys;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::open);
    }

    private void open(HttpServerExchange exchange) {
        FeedRequest<K> request = new FeedRequest<>(source, keys.find(exchange), lastId(exchange), fromStart(exchange));
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            EventStream.putHeaders(exchange);
            exchange.endExchange();
            return;
        }
        Optional<Feeds.Place> place = feeds.enter();
        if (place.isEmpty()) {
            Replies.tooManyFeeds(exchange, feeds.limits().feeds());
            return;
        }
        place.get().run(() -> Failures.run(exchange, same -> serve(same, place.get(), request)));
    }

    private void serve(HttpServerExchange exchange, Feeds.Place place, FeedRequest<K> request) {
        place.whenCutOff(() -> EventStream.cutOff(exchange));
        try (Feed<K> feed = open(place, request)) {
            EventStream out = EventStream.start(exchange, feeds.limits().writeTimeout(), place::stop);
            feed.run(out);
            out.end();
        } catch (IOException e) {
            LOG.debug("The feed of {} has lost its reader", exchange.getRequestPath(), e);
            EventStream.cutOff(exchange);
            exchange.endExchange();
        } catch (RuntimeException | Error e) {
            if (exchange.isResponseStarted()) {
                EventStream.cutOff(exchange);
            }
            throw e;
        }
    }

    private static <K> Feed<K> open(Feeds.Place place, FeedRequest<K> request) {
        try {
            return place.open(request);
        } catch (InvalidPositionException e) {
            throw new ProblemException(Problems.invalidLastEventId(String.valueOf(e.getMessage())));
        } catch (NotReadyException e) {
            LOG.warn("A feed of {} cannot be opened", request.source().topic(), e);
            throw e;
        }
    }

    private static Optional<String> lastId(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(LAST_EVENT_ID));
    }

    private static boolean fromStart(HttpServerExchange exchange) {
        Optional<String> from = Parameters.find(exchange, "from");
        if (from.isPresent() && !from.get().equals("start")) {
            throw Parameters.wrong("from", "start, or left out");
        }
        return from.isPresent();
    }
}
