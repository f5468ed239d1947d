package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.Entity;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a GET with a page of entities in the order of their keys: {@code ?limit=} how many, {@code ?after=} the key below
 * the first; where there are more, a {@code Link} header leads to the next page.
 */
final class EntitiesHandler<K, S> implements HttpHandler {

    private static final HttpString LINK = new HttpString("Link");

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final KeyCodec<K> keys;
    private final EntityReader<K, S> entities;
    private final EntityJson<K, S> json;

    EntitiesHandler(KeyCodec<K> keys, EntityReader<K, S> entities, EntityJson<K, S> json) {
        this.keys = keys;
        this.entities = entities;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        int limit;
        try {
            limit = limit(parameter(exchange, "limit"));
        } catch (IllegalArgumentException e) {
            Problems.invalidParameter("limit", "limit must be a whole number from 1 to " + LARGEST_LIMIT)
                    .send(exchange);
            return;
        }
        String after = parameter(exchange, "after");
        K afterKey;
        try {
            afterKey = after == null ? null : keys.fromText(after);
        } catch (IllegalArgumentException e) {
            Problems.invalidParameter("after", "after must be a key, which is a " + keys.description())
                    .send(exchange);
            return;
        }
        sendPage(exchange, entities.page(afterKey, limit + 1), limit);
    }

    private void sendPage(HttpServerExchange exchange, List<Entity<K, S>> found, int limit) {
        List<Entity<K, S>> page = found.subList(0, Math.min(limit, found.size()));
        if (found.size() > limit) {
            exchange.getResponseHeaders()
                    .put(LINK, next(exchange, limit, page.get(limit - 1).key()));
        }
        Replies.sendJson(exchange, 200, out -> write(out, page));
    }

    private void write(JsonGenerator out, List<Entity<K, S>> page) throws IOException {
        out.writeStartArray();
        for (Entity<K, S> entity : page) {
            json.write(out, entity);
        }
        out.writeEndArray();
    }

    private String next(HttpServerExchange exchange, int limit, K last) {
        return "<%s?limit=%d&after=%s>; rel=\"next\""
                .formatted(
                        exchange.getRequestPath(), limit, URLEncoder.encode(keys.toText(last), StandardCharsets.UTF_8));
    }

    private static int limit(@Nullable String text) {
        int limit = text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("Out of range: " + limit);
        }
        return limit;
    }

    private static @Nullable String parameter(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.getFirst();
    }
}
