package dev.annals.http;

import dev.annals.aggregate.Entity;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.URLUtils;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers a GET with the entity whose key is the last segment of the path. */
final class EntityHandler<K, S> implements HttpHandler {

    private final KeyCodec<K> keys;
    private final EntityReader<K, S> entities;
    private final EntityJson<K, S> json;

    EntityHandler(KeyCodec<K> keys, EntityReader<K, S> entities, EntityJson<K, S> json) {
        this.keys = keys;
        this.entities = entities;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        String text = lastSegment(exchange);
        K key;
        try {
            key = keys.fromText(text);
        } catch (IllegalArgumentException e) {
            Problems.invalidKey(text, keys.description()).send(exchange);
            return;
        }
        Optional<Entity<K, S>> found = entities.one(key);
        if (found.isEmpty()) {
            Problems.noSuchEntity(text).send(exchange);
            return;
        }
        Entity<K, S> entity = found.get();
        Replies.putVersion(exchange, entity.version());
        Replies.sendJson(exchange, 200, out -> json.write(out, entity));
    }

    /** From the URI as it was sent: the server has decoded all of the path but its encoded slashes. */
    private static String lastSegment(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        String segment = uri.substring(uri.lastIndexOf('/') + 1);
        return URLUtils.decode(segment, StandardCharsets.UTF_8.name(), true, false, new StringBuilder());
    }
}
