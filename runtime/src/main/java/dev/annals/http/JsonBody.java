package dev.annals.http;

import io.undertow.io.Receiver;
import io.undertow.io.Receiver.RequestToLargeException;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the body of a request that must be declared as JSON. */
final class JsonBody {

    private static final Logger LOG = LoggerFactory.getLogger(JsonBody.class);

    /**
     * How much more than the limit Undertow takes, so that a sender comes to read the refusal. Undertow's own limit closes
     * the connection of a chunked request without a reply.
     */
    private static final long DRAINED_BYTES = 64L << 20;

    private JsonBody() {}

    /** What to give Undertow as its limit, where this is the limit of a body. */
    static long serverLimit(long limit) {
        return limit + DRAINED_BYTES;
    }

    /** Hands over the body when all of it is here, without holding a thread until then; or answers with a problem. */
    static void receive(HttpServerExchange exchange, Consumer<byte[]> target) {
        String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!isJson(contentType)) {
            Problems.unsupportedMediaType(contentType == null ? "missing" : contentType)
                    .send(exchange);
            return;
        }
        long limit = exchange.getMaxEntitySize() - DRAINED_BYTES;
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(Math.toIntExact(limit));
        receiver.receiveFullBytes(
                (received, body) -> target.accept(body), (failed, cause) -> refuse(failed, cause, limit));
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String mediaType = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static void refuse(HttpServerExchange exchange, IOException failure, long limit) {
        if (failure instanceof RequestToLargeException || failure instanceof RequestTooBigException) {
            exchange.setPersistent(false);
            Problems.tooLarge(limit).send(exchange);
        } else {
            LOG.debug("A request broke off", failure);
            exchange.endExchange();
        }
    }
}
