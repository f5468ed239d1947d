package dev.annals.http;

import dev.annals.aggregate.Position;
import dev.annals.json.Json;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** What successful replies have in common. */
final class Replies {

    static final HttpString MESSAGE_ID = new HttpString("Annals-Message-Id");

    private static final HttpString POSITION = new HttpString("Annals-Position");
    private static final HttpString LAG = new HttpString("Annals-Lag");
    private static final HttpString PREFERENCE_APPLIED = new HttpString("Preference-Applied");

    private Replies() {}

    static void sendJson(HttpServerExchange exchange, int status, Json.DocumentWriter document) {
        byte[] body = Json.write(document);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    /** An entity's version as its entity tag; 0 is the version of what does not exist, and has none. */
    static void putVersion(HttpServerExchange exchange, long version) {
        if (version > 0) {
            exchange.getResponseHeaders().put(Headers.ETAG, "\"" + version + "\"");
        }
    }

    /** How far a view has to be, to show what the command led to. */
    static void putPosition(HttpServerExchange exchange, Position position) {
        exchange.getResponseHeaders().put(POSITION, position.toText());
    }

    /** How many records an answer is behind that may be old, where that is known. */
    static void putLag(HttpServerExchange exchange, OptionalLong records) {
        records.ifPresent(known -> exchange.getResponseHeaders().put(LAG, Long.toString(known)));
    }

    /** A command that will be decided, and where its outcome is to be asked for. */
    static void accepted(HttpServerExchange exchange, String messageId, String location) {
        exchange.setStatusCode(StatusCodes.ACCEPTED);
        exchange.getResponseHeaders()
                .put(MESSAGE_ID, messageId)
                .put(Headers.LOCATION, location)
                .put(PREFERENCE_APPLIED, "respond-async");
        exchange.endExchange();
    }

    /** For the instance that has forwarded a request, which looks again where it belongs. */
    static void notOwner(HttpServerExchange exchange, int partition) {
        notOwner(exchange, partition, false);
    }

    /** The same, where a command may have been sent before the partition left. */
    static void notOwner(HttpServerExchange exchange, int partition, boolean sent) {
        Forward.putNotOwner(exchange, sent);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        Problems.notOwner(partition).send(exchange);
    }

    static void overloaded(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        Problems.overloaded().send(exchange);
    }

    static void tooManyFeeds(HttpServerExchange exchange, int most) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
        Problems.tooManyFeeds(most).send(exchange);
    }

    static void retryLater(HttpServerExchange exchange, String why) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        Problems.notReady(why).send(exchange);
    }
}
