package dev.annals.http;

import dev.annals.aggregate.IncompleteHistoryException;
import dev.annals.aggregate.NotReadyException;
import dev.annals.aggregate.RecordTooLargeException;
import dev.annals.aggregate.UnreadableEventException;
import dev.annals.json.InvalidJsonException;
import dev.annals.schema.SchemaRegistryException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what handlers throw into problems. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Runs a handler on a worker thread, where it may block, and answers with a problem where it throws. */
    static void onWorker(HttpServerExchange exchange, HttpHandler handler) {
        exchange.dispatch(() -> run(exchange, handler));
    }

    static void run(HttpServerExchange exchange, HttpHandler handler) {
        try {
            handler.handleRequest(exchange);
        } catch (Throwable failure) {
            // Nobody above would end the exchange, and its caller would wait for ever.
            sendOrEnd(exchange, failure);
        }
    }

    private static void sendOrEnd(HttpServerExchange exchange, Throwable failure) {
        try {
            send(exchange, failure);
        } catch (Throwable another) {
            LOG.error("There is no reply to {} {}", exchange.getRequestMethod(), exchange.getRequestPath(), another);
            exchange.endExchange();
        }
    }

    static void send(HttpServerExchange exchange, Throwable failure) {
        if (exchange.isResponseStarted()) {
            LOG.error("The reply to {} {} broke off", exchange.getRequestMethod(), exchange.getRequestPath(), failure);
            exchange.endExchange();
        } else if (failure instanceof ProblemException known) {
            known.problem().send(exchange);
        } else if (failure instanceof InvalidJsonException invalid) {
            Problems.invalidJson(invalid).send(exchange);
        } else if (failure instanceof RecordTooLargeException) {
            Problems.tooLarge(String.valueOf(failure.getMessage())).send(exchange);
        } else if (failure instanceof IncompleteHistoryException incomplete) {
            Problems.incompleteHistory(incomplete).send(exchange);
        } else if (failure instanceof UnreadableEventException unreadable) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestPath(), failure);
            Problems.unreadableEvent(unreadable).send(exchange);
        } else if (failure instanceof NotReadyException || failure instanceof SchemaRegistryException) {
            Replies.retryLater(exchange, String.valueOf(failure.getMessage()));
        } else {
            String reference = UUID.randomUUID().toString();
            LOG.error(
                    "{} {} failed, reference {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestPath(),
                    reference,
                    failure);
            Problems.internalError(reference).send(exchange);
        }
    }
}
