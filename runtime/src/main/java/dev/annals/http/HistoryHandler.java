package dev.annals.http;

import dev.annals.aggregate.HistoryReader;
import dev.annals.aggregate.PastEvent;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.List;

/**
 * Answers a GET with a page of the events of the entity whose key is the last segment but one of the path: {@code ?limit=} how
 * many, {@code ?after=} the version above which to start; where there are more, a {@code Link} header leads to the next page.
 */
final class HistoryHandler<K, E, S> implements HttpHandler {

    private static final HttpString LINK = new HttpString("Link");
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final EntityRoutes<K, S> routes;
    private final HistoryReader<K, E, S> history;
    private final EventJson<E> json;

    HistoryHandler(EntityRoutes<K, S> routes, HistoryReader<K, E, S> history, EventJson<E> json) {
        this.routes = routes;
        this.history = history;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::route);
    }

    private void route(HttpServerExchange exchange) throws Exception {
        String text = Paths.lastSegmentButOne(exchange);
        K key = routes.key(text);
        int limit = Parameters.wholeNumber(exchange, "limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        long after = Parameters.version(exchange, "after").orElse(0);
        routes.read(exchange, routes.partition(key), false, here -> answer(here, key, text, after, limit));
    }

    private void answer(HttpServerExchange exchange, K key, String text, long after, int limit) {
        long last = history.lastVersion(key);
        if (last == 0) {
            Problems.noSuchEntity(text).send(exchange);
            return;
        }
        List<PastEvent<E>> page = history.page(key, after, last, limit);
        long end = after + page.size();
        if (end < last && !page.isEmpty()) {
            String next = "<%s?limit=%d&after=%d>; rel=\"next\"".formatted(Forward.path(exchange), limit, end);
            exchange.getResponseHeaders().put(LINK, next);
        }
        Replies.sendJson(exchange, 200, out -> {
            out.writeStartArray();
            for (PastEvent<E> past : page) {
                json.write(out, past);
            }
            out.writeEndArray();
        });
    }
}
