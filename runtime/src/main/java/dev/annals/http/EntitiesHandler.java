package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.Entity;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.StoredEntity;
import dev.annals.instances.PeerClient;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers a GET with a page of entities in the order of their keys: {@code ?limit=} how many, {@code ?after=} the key below
 * the first; where there are more, a {@code Link} header leads to the next page. What other instances own is asked of them.
 */
final class EntitiesHandler<K, S> implements HttpHandler {

    private static final HttpString LINK = new HttpString("Link");
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final EntityRoutes<K, S> routes;
    private final EntityReader<K, S> entities;
    private final EntityJson<K, S> json;

    EntitiesHandler(EntityRoutes<K, S> routes, EntityJson<K, S> json) {
        this.routes = routes;
        this.entities = routes.entities();
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        Set<Integer> asked = Parameters.partitions(exchange);
        // Who gathers asks for one more, to know whether there is a next page.
        int most = asked.isEmpty() ? LARGEST_LIMIT : LARGEST_LIMIT + 1;
        int limit = Parameters.wholeNumber(exchange, "limit", DEFAULT_LIMIT, 1, most);
        Page page = new Page(exchange, limit, after(exchange), Parameters.stale(exchange));
        if (!asked.isEmpty()) {
            page.sendStored(asked);
        } else if (Forward.isLocalOnly(exchange)) {
            page.sendJson(entities.page(entities.ready(), page.after, limit + 1));
        } else {
            new Gathering(exchange, routes, page).start();
        }
    }

    private @Nullable K after(HttpServerExchange exchange) {
        Optional<String> after = Parameters.find(exchange, "after");
        try {
            return after.isEmpty() ? null : routes.keys().fromText(after.get());
        } catch (IllegalArgumentException e) {
            throw Parameters.wrong("after", "a key, which is a " + routes.keys().description());
        }
    }

    /** A page that is asked for. */
    private final class Page implements Gathering.Query {

        private final HttpServerExchange exchange;
        private final int limit;
        private final @Nullable K after;
        private final boolean stale;
        private final Set<Integer> here = new TreeSet<>();
        private final Set<Integer> followed = new TreeSet<>();

        Page(HttpServerExchange exchange, int limit, @Nullable K after, boolean stale) {
            this.exchange = exchange;
            this.limit = limit;
            this.after = after;
            this.stale = stale;
        }

        @Override
        public Collection<Integer> missing() {
            Set<Integer> missing = new TreeSet<>();
            here.clear();
            followed.clear();
            for (int partition = 0; partition < entities.partitions(); partition++) {
                if (entities.isReady(partition)) {
                    here.add(partition);
                } else if (stale && entities.isFollowed(partition)) {
                    followed.add(partition);
                } else {
                    missing.add(partition);
                }
            }
            return missing;
        }

        @Override
        public String target() {
            return target(limit + 1, after);
        }

        @Override
        public boolean isAnswer(PeerClient.Reply reply) {
            return reply.status() == 200;
        }

        @Override
        public void answer(List<PeerClient.Reply> replies) {
            List<StoredEntity> found = new ArrayList<>(entities.page(here, after, limit + 1));
            for (int partition : followed) {
                found.addAll(entities.stalePage(partition, after, limit + 1));
            }
            if (stale) {
                Replies.putLag(exchange, lag());
            }
            replies.forEach(reply -> found.addAll(StoredEntities.read(reply.body())));
            found.sort(null);
            sendJson(found);
        }

        /** That of the partition which is the furthest behind, where it is known of all of them. */
        private OptionalLong lag() {
            long most = 0;
            for (int partition : followed) {
                OptionalLong lag = entities.lag(partition);
                if (lag.isEmpty()) {
                    return lag;
                }
                most = Math.max(most, lag.getAsLong());
            }
            return OptionalLong.of(most);
        }

        /** For the instance that gathers. */
        void sendStored(Set<Integer> partitions) {
            for (int partition : partitions) {
                if (partition < 0 || partition >= entities.partitions() || !entities.isReady(partition)) {
                    Replies.notOwner(exchange, partition);
                    return;
                }
            }
            byte[] stored = StoredEntities.write(entities.page(partitions, after, limit));
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, StoredEntities.CONTENT_TYPE);
            exchange.getResponseSender().send(ByteBuffer.wrap(stored));
        }

        /** For the caller; of one more entity than the page holds it is known only that there is one. */
        void sendJson(List<StoredEntity> found) {
            List<Entity<K, S>> page = found.subList(0, Math.min(limit, found.size())).stream()
                    .map(entities::entity)
                    .toList();
            if (found.size() > limit) {
                String next = target(limit, page.get(limit - 1).key()) + options();
                exchange.getResponseHeaders().put(LINK, "<" + next + ">; rel=\"next\"");
            }
            Replies.sendJson(exchange, 200, out -> write(out, page));
        }

        private String options() {
            return (stale ? "&stale=ok" : "") + (Forward.isLocalOnly(exchange) ? "&_local=true" : "");
        }

        private String target(int count, @Nullable K from) {
            String target = exchange.getRequestPath() + "?limit=" + count;
            return from == null
                    ? target
                    : target + "&after=" + URLEncoder.encode(routes.keys().toText(from), StandardCharsets.UTF_8);
        }
    }

    private void write(JsonGenerator out, List<Entity<K, S>> page) throws IOException {
        out.writeStartArray();
        for (Entity<K, S> entity : page) {
            json.write(out, entity);
        }
        out.writeEndArray();
    }
}
