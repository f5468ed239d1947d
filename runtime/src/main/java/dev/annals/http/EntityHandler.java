package dev.annals.http;

import dev.annals.aggregate.Condition;
import dev.annals.aggregate.Entity;
import dev.annals.aggregate.NotReadyException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers a GET with the entity whose key is the last segment of the path. */
final class EntityHandler<K, S> implements HttpHandler {

    private final EntityRoutes<K, S> routes;
    private final EntityJson<K, S> json;
    private final FormerVersions<K, S> versions;

    EntityHandler(EntityRoutes<K, S> routes, EntityJson<K, S> json, FormerVersions<K, S> versions) {
        this.routes = routes;
        this.json = json;
        this.versions = versions;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::route);
    }

    private void route(HttpServerExchange exchange) throws Exception {
        String text = Paths.lastSegment(exchange);
        K key = routes.key(text);
        int partition = routes.partition(key);
        Condition condition = CommandRequests.condition(exchange);
        boolean stale = Parameters.stale(exchange);
        OptionalLong version = Parameters.version(exchange, "version");
        if (version.isPresent()) {
            versions.requireKept();
            routes.read(
                    exchange,
                    partition,
                    false,
                    here -> reply(here, text, Optional.of(versions.find(key, text, version.getAsLong())), condition));
            return;
        }
        if (stale && !routes.entities().isReady(partition) && answerStale(exchange, text, key, condition)) {
            return;
        }
        routes.read(exchange, partition, stale, here -> {
            Optional<Entity<K, S>> found = routes.entities().one(key);
            if (stale) {
                Replies.putLag(here, OptionalLong.of(0));
            }
            reply(here, text, found, condition);
        });
    }

    /** From a standby, where there is one here: the caller has said that it may be old. */
    private boolean answerStale(HttpServerExchange exchange, String text, K key, Condition condition) {
        Optional<Entity<K, S>> found;
        try {
            found = routes.entities().stale(key);
        } catch (NotReadyException e) {
            return false;
        }
        Replies.putLag(exchange, routes.entities().lag(routes.partition(key)));
        reply(exchange, text, found, condition);
        return true;
    }

    private void reply(HttpServerExchange exchange, String text, Optional<Entity<K, S>> found, Condition condition) {
        long version = found.map(Entity::version).orElse(0L);
        Replies.putVersion(exchange, version);
        if (!condition.matches(version)) {
            Problems.conditionFailed(version).send(exchange);
        } else if (found.isEmpty()) {
            Problems.noSuchEntity(text).send(exchange);
        } else if (!condition.isNew(version)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
        } else {
            Replies.sendJson(exchange, 200, out -> json.write(out, found.get()));
        }
    }
}
