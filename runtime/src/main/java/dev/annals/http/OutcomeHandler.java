package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.KeptOutcome;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers a GET with the outcome that is kept under the message id at the end of the path, as the POST was answered. */
final class OutcomeHandler<K, C, E, S> implements HttpHandler {

    private final AggregateRuntime<K, C, E, S> aggregate;
    private final OutcomeReply<E> reply;
    private final Predicate<C> answersWithArray;

    OutcomeHandler(AggregateRuntime<K, C, E, S> aggregate, OutcomeReply<E> reply, Predicate<C> answersWithArray) {
        this.aggregate = aggregate;
        this.reply = reply;
        this.answersWithArray = answersWithArray;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        String messageId = Paths.lastSegment(exchange);
        Optional<KeptOutcome<E>> kept = aggregate.outcomes().find(messageId);
        if (kept.isEmpty()) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            Problems.unknownMessage(messageId).send(exchange);
            return;
        }
        reply.send(exchange, kept.get().outcome(), answersWithArray(kept.get()));
    }

    private boolean answersWithArray(KeptOutcome<E> kept) {
        return aggregate.commandOf(kept).map(answersWithArray::test).orElse(true);
    }
}
