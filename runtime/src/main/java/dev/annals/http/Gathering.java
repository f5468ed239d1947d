package dev.annals.http;

import dev.annals.aggregate.NotReadyException;
import dev.annals.instances.Address;
import dev.annals.instances.Instance;
import dev.annals.instances.PeerClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Asks the instances that own the partitions which are not here, each for its own ones; again as a whole, a moment later, where
 * one of them does not answer for all that it was asked for. No thread waits meanwhile.
 */
final class Gathering {

    private final HttpServerExchange exchange;
    private final EntityRoutes<?, ?> routes;
    private final Waiting waiting;
    private final Query query;

    Gathering(HttpServerExchange exchange, EntityRoutes<?, ?> routes, Query query) {
        this.exchange = exchange;
        this.routes = routes;
        this.waiting = new Waiting(exchange, routes.router().patience());
        this.query = query;
    }

    /** What is gathered, and what becomes of it. */
    interface Query {

        /** The partitions for which others have to be asked. */
        Collection<Integer> missing();

        /** Path and query for another instance, to which the partitions are added. */
        String target();

        /** Whether another instance has answered for the partitions that it was asked for. */
        boolean isAnswer(PeerClient.Reply reply);

        /** Answers the request, on a worker thread; may throw a {@link NotReadyException} where a partition has left. */
        void answer(List<PeerClient.Reply> replies);
    }

    /** To be called on a worker thread; answers there or later. */
    void start() {
        Collection<Integer> missing = query.missing();
        Optional<Map<Address, Set<Integer>>> owners = owners(missing);
        if (missing.isEmpty()) {
            answer(List.of());
        } else if (owners.isEmpty()) {
            again("Partition " + missing.iterator().next() + " is not ready here, or is moving");
        } else {
            ask(owners.get());
        }
    }

    private Optional<Map<Address, Set<Integer>>> owners(Collection<Integer> partitions) {
        Map<Address, Set<Integer>> owners = new HashMap<>();
        for (int partition : partitions) {
            Optional<Instance> owner = routes.instances().owner(routes.topicPartition(partition));
            if (owner.isEmpty() || owner.get().local()) {
                return Optional.empty();
            }
            owners.computeIfAbsent(owner.get().address(), unasked -> new TreeSet<>())
                    .add(partition);
        }
        return Optional.of(owners);
    }

    private void ask(Map<Address, Set<Integer>> owners) {
        List<CompletableFuture<PeerClient.Reply>> asked = new ArrayList<>();
        owners.forEach((owner, partitions) -> asked.add(routes.router()
                .peers()
                .send(
                        owner,
                        Forward.get(exchange, target(partitions)),
                        routes.router().repeatableTimeout())));
        CompletableFuture<?> unused = CompletableFuture.allOf(asked.toArray(new CompletableFuture<?>[0]))
                .whenComplete((all, failure) -> waiting.onWorker(() -> {
                    if (failure == null) {
                        gathered(asked.stream().map(CompletableFuture::join).toList());
                    } else {
                        again("An instance does not answer");
                    }
                }));
    }

    private String target(Set<Integer> partitions) {
        String target = query.target();
        return target + (target.contains("?") ? "&" : "?") + "_partitions="
                + partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void gathered(List<PeerClient.Reply> replies) {
        Optional<PeerClient.Reply> refusal = replies.stream()
                .filter(reply -> !query.isAnswer(reply) && reply.status() != StatusCodes.SERVICE_UNAVAILABLE)
                .findFirst();
        if (refusal.isPresent()) {
            Forward.relay(exchange, refusal.get());
        } else if (replies.stream().allMatch(query::isAnswer)) {
            answer(replies);
        } else {
            again("An instance does not own what it is asked for: partitions are moving");
        }
    }

    private void answer(List<PeerClient.Reply> replies) {
        try {
            query.answer(replies);
        } catch (NotReadyException e) {
            again(String.valueOf(e.getMessage()));
        }
    }

    private void again(String why) {
        if (!waiting.again(this::start)) {
            Replies.retryLater(exchange, why);
        }
    }
}
