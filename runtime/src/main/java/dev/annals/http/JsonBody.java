package dev.annals.http;

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

    private JsonBody() {}

    /** Hands over the body when all of it is here, without holding a thread until then; or answers with a problem. */
    static void receive(HttpServerExchange exchange, Consumer<byte[]> target) {
        String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (!isJson(contentType)) {
            Problems.unsupportedMediaType(contentType == null ? "missing" : contentType)
                    .send(exchange);
            return;
        }
        exchange.getRequestReceiver().receiveFullBytes((received, body) -> target.accept(body), JsonBody::refuse);
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String mediaType = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static void refuse(HttpServerExchange exchange, IOException failure) {
        if (failure instanceof RequestTooBigException) {
            // What is left of the body is not worth reading.
            exchange.setPersistent(false);
            Problems.tooLarge(exchange.getMaxEntitySize()).send(exchange);
        } else {
            LOG.debug("A request broke off", failure);
            exchange.endExchange();
        }
    }
}
