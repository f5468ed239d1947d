package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.KeptOutcome;
import dev.annals.aggregate.NotReadyException;
import dev.annals.instances.PeerClient;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Answers a GET with the outcome that is kept under the message id at the end of the path, as the POST was answered. {@code
 * ?key=} says which entity the command was for; without it all partitions are asked.
 */
final class OutcomeHandler<K, C, E, S> implements HttpHandler {

    private final AggregateRuntime<K, C, E, S> aggregate;
    private final EntityRoutes<K, S> routes;
    private final OutcomeReply<E> reply;
    private final Predicate<C> answersWithArray;

    OutcomeHandler(
            AggregateRuntime<K, C, E, S> aggregate,
            EntityRoutes<K, S> routes,
            OutcomeReply<E> reply,
            Predicate<C> answersWithArray) {
        this.aggregate = aggregate;
        this.routes = routes;
        this.reply = reply;
        this.answersWithArray = answersWithArray;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) throws Exception {
        String messageId = Paths.lastSegment(exchange);
        Optional<String> key = Parameters.find(exchange, "key");
        Set<Integer> asked = Parameters.partitions(exchange);
        if (!aggregate.keepsOutcomes()) {
            Problems.unknownMessage(messageId).send(exchange);
        } else if (!asked.isEmpty()) {
            answerFor(exchange, messageId, asked);
        } else if (key.isPresent()) {
            int partition = routes.partition(routes.key(key.get()));
            routes.read(
                    exchange,
                    partition,
                    false,
                    here -> send(here, messageId, find(here, messageId, Set.of(partition))));
        } else if (Forward.isLocalOnly(exchange)) {
            send(
                    exchange,
                    messageId,
                    find(exchange, messageId, routes.entities().ready()));
        } else {
            new Gathering(exchange, routes, new Everywhere(exchange, messageId)).start();
        }
    }

    /** For the instance that asks all others. */
    private void answerFor(HttpServerExchange exchange, String messageId, Set<Integer> partitions) {
        try {
            send(exchange, messageId, find(exchange, messageId, partitions));
        } catch (NotReadyException e) {
            Replies.notOwner(exchange, partitions.iterator().next());
        }
    }

    /** The first that the caller may see: another may have used the same id for an entity in another partition. */
    private Optional<KeptOutcome<E>> find(
            HttpServerExchange exchange, String messageId, Collection<Integer> partitions) {
        return partitions.stream()
                .map(partition -> aggregate.outcomes().find(messageId, partition))
                .flatMap(Optional::stream)
                .filter(kept -> maySee(exchange, kept))
                .findFirst();
    }

    private void send(HttpServerExchange exchange, String messageId, Optional<KeptOutcome<E>> kept) {
        if (kept.isEmpty()) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            Problems.unknownMessage(messageId).send(exchange);
        } else {
            reply.send(exchange, kept.get().outcome(), answersWithArray(kept.get()));
        }
    }

    /** Who asked for a command is told what came of it, and nobody else, as far as it is known who asks. */
    private boolean maySee(HttpServerExchange exchange, KeptOutcome<E> kept) {
        String subject = Door.subject(exchange);
        return subject == null
                || kept.subject() == null
                || subject.equals(new String(kept.subject(), StandardCharsets.UTF_8));
    }

    private boolean answersWithArray(KeptOutcome<E> kept) {
        return aggregate.commandOf(kept).map(answersWithArray::test).orElse(true);
    }

    /** An outcome of which it is not known for which entity its command was. */
    private final class Everywhere implements Gathering.Query {

        private final HttpServerExchange exchange;
        private final String messageId;
        private final Set<Integer> here = new TreeSet<>();

        Everywhere(HttpServerExchange exchange, String messageId) {
            this.exchange = exchange;
            this.messageId = messageId;
        }

        @Override
        public Collection<Integer> missing() {
            here.clear();
            Set<Integer> missing = new TreeSet<>();
            for (int partition = 0; partition < routes.entities().partitions(); partition++) {
                (routes.entities().isReady(partition) ? here : missing).add(partition);
            }
            return missing;
        }

        @Override
        public String target() {
            return Forward.path(exchange);
        }

        /** Whatever it says of the message; not that it cannot say anything. */
        @Override
        public boolean isAnswer(PeerClient.Reply reply) {
            return !Forward.isNotOwner(reply) && (isFound(reply) || reply.status() == 404);
        }

        @Override
        public void answer(List<PeerClient.Reply> replies) {
            Optional<KeptOutcome<E>> kept = find(exchange, messageId, here);
            Optional<PeerClient.Reply> elsewhere =
                    replies.stream().filter(this::isFound).findFirst();
            if (kept.isEmpty() && elsewhere.isPresent()) {
                Forward.relay(exchange, elsewhere.get());
            } else {
                send(exchange, messageId, kept);
            }
        }

        /** The answer that a POST got, which names the message. */
        private boolean isFound(PeerClient.Reply reply) {
            return Forward.header(reply, Replies.MESSAGE_ID).isPresent();
        }
    }
}
