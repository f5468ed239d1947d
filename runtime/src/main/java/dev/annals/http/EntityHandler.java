package dev.annals.http;

import dev.annals.aggregate.Condition;
import dev.annals.aggregate.Entity;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
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
        String text = Paths.lastSegment(exchange);
        K key;
        try {
            key = keys.fromText(text);
        } catch (IllegalArgumentException e) {
            Problems.invalidKey(text, keys.description()).send(exchange);
            return;
        }
        Condition condition = CommandRequests.condition(exchange);
        Optional<Entity<K, S>> found = entities.one(key);
        if (!condition.matches(found.map(Entity::version).orElse(0L))) {
            throw new ProblemException(
                    Problems.conditionFailed(found.map(Entity::version).orElse(0L)));
        }
        if (found.isEmpty()) {
            Problems.noSuchEntity(text).send(exchange);
            return;
        }
        Entity<K, S> entity = found.get();
        Replies.putVersion(exchange, entity.version());
        if (!condition.isNew(entity.version())) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return;
        }
        Replies.sendJson(exchange, 200, out -> json.write(out, entity));
    }
}
