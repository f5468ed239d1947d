package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.CommandNotSentException;
import dev.annals.aggregate.Outcome;
import dev.annals.json.Json;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.List;

/** Answers a request with the outcome of its command. */
final class OutcomeReply<E> {

    private final Json.ValueWriter<E> events;

    OutcomeReply(Json.ValueWriter<E> events) {
        this.events = events;
    }

    void send(HttpServerExchange exchange, Outcome<E> outcome, boolean asArray) {
        exchange.getResponseHeaders().put(Replies.MESSAGE_ID, outcome.messageId());
        if (outcome instanceof Outcome.Recorded<E> recorded) {
            Replies.putVersion(exchange, recorded.version());
            Replies.sendJson(exchange, recorded.refused() ? 422 : 200, out -> write(out, recorded.events(), asArray));
        } else if (outcome instanceof Outcome.Rejected<E> rejected) {
            Replies.putVersion(exchange, rejected.version());
            Problems.rejected(rejected).with("messageId", rejected.messageId()).send(exchange);
        } else if (outcome instanceof Outcome.ConditionFailed<E> failed) {
            Replies.putVersion(exchange, failed.version());
            Problems.conditionFailed(failed.version())
                    .with("messageId", failed.messageId())
                    .send(exchange);
        } else if (outcome instanceof Outcome.Failed<E> failed) {
            Problems.failed(failed).with("messageId", failed.messageId()).send(exchange);
        }
    }

    /** Answers where there will be no outcome. */
    static void sendFailure(HttpServerExchange exchange, String messageId, Throwable failure) {
        exchange.getResponseHeaders().put(Replies.MESSAGE_ID, messageId);
        if (failure instanceof CommandNotSentException) {
            Replies.retryLater(exchange, "The command could not be sent, and will not be carried out");
        } else {
            Failures.send(exchange, failure);
        }
    }

    /** Answers where there may yet be an outcome. */
    static void sendNoOutcome(HttpServerExchange exchange, String messageId) {
        exchange.getResponseHeaders().put(Replies.MESSAGE_ID, messageId);
        Problems.noOutcome().with("messageId", messageId).send(exchange);
    }

    private void write(JsonGenerator out, List<E> recorded, boolean asArray) throws IOException {
        if (asArray) {
            out.writeStartArray();
        }
        for (E event : recorded) {
            events.write(out, event);
        }
        if (asArray) {
            out.writeEndArray();
        }
    }
}
