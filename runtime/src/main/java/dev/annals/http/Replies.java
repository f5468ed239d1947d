package dev.annals.http;

import dev.annals.json.Json;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;

/** What successful replies have in common. */
final class Replies {

    static final HttpString MESSAGE_ID = new HttpString("Annals-Message-Id");

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

    static void retryLater(HttpServerExchange exchange, String why) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        Problems.notReady(why).send(exchange);
    }
}
