package dev.annals.http;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the body of a request that must be declared as JSON. */
final class JsonBody {

    private static final Logger LOG = LoggerFactory.getLogger(JsonBody.class);

    private static final AttachmentKey<Integer> LIMIT = AttachmentKey.create(Integer.class);

    private JsonBody() {}

    /** Sets the largest body of a request. */
    static void limit(HttpServerExchange exchange, int bytes) {
        exchange.putAttachment(LIMIT, bytes);
    }

    static int limit(HttpServerExchange exchange) {
        return exchange.getAttachment(LIMIT);
    }

    /** Hands over the body when all of it is here, without holding a thread until then; or answers with a problem. */
    static void receive(HttpServerExchange exchange, Consumer<byte[]> target) {
        String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!isJson(contentType)) {
            SlowBody.refuse(exchange, Problems.unsupportedMediaType(contentType == null ? "missing" : contentType));
            return;
        }
        int limit = limit(exchange);
        if (exchange.getRequestContentLength() > limit) {
            // Before the receiver makes room for all of it.
            refuseLarge(exchange, limit);
            return;
        }
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(limit);
        SlowBody slow = SlowBody.watch(exchange);
        receiver.receiveFullBytes(
                (received, body) -> {
                    if (slow.isOver()) {
                        target.accept(body);
                    }
                },
                (received, failure) -> {
                    if (slow.isOver()) {
                        refuse(received, failure, limit);
                    }
                });
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String mediaType = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static void refuse(HttpServerExchange exchange, IOException failure, int limit) {
        if (failure instanceof Receiver.RequestToLargeException || failure instanceof RequestTooBigException) {
            refuseLarge(exchange, limit);
        } else {
            LOG.debug("A request broke off", failure);
            exchange.endExchange();
        }
    }

    private static void refuseLarge(HttpServerExchange exchange, int limit) {
        // The server reads what is left of the body, and forgets it: a connection that is closed with bytes still
        // unread is reset, and its other end may never see the reply.
        SlowBody.refuse(exchange, Problems.tooLarge(limit));
    }
}
