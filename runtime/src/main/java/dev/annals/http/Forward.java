package dev.annals.http;

import dev.annals.instances.PeerClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a request for another instance of one that came here, and a reply of what it answers. */
final class Forward {

    /** Says in a reply that it is not for the caller, but for the instance that had forwarded the request. */
    static final HttpString NOT_OWNER = new HttpString("Annals-Not-Owner");

    /** The value of {@link #NOT_OWNER} where the command of the request has been sent all the same. */
    private static final String SENT = "sent";

    private static final HttpString FORWARDED = new HttpString(PeerClient.FORWARDED);
    private static final String LOCAL = "_local";

    private Forward() {}

    /** The body of a request. */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    record Body(byte[] bytes) {
        static final Body NONE = new Body(new byte[0]);
    }

    /** Whether the request comes from another instance. */
    static boolean isForwarded(HttpServerExchange exchange) {
        return exchange.getRequestHeaders().contains(FORWARDED);
    }

    /** Says in the reply that it is not for the caller. */
    static void putNotOwner(HttpServerExchange exchange, boolean sent) {
        exchange.getResponseHeaders().put(NOT_OWNER, sent ? SENT : "true");
    }

    /** Whether this instance alone is asked: by its caller, or by another instance, so that no request goes in circles. */
    static boolean isLocalOnly(HttpServerExchange exchange) {
        return isForwarded(exchange) || isTrue(exchange, LOCAL);
    }

    static PeerClient.Request request(HttpServerExchange exchange, Body body) {
        String query = exchange.getQueryString();
        String method = exchange.getRequestMethod().toString();
        return request(exchange, method, path(exchange) + (query.isEmpty() ? "" : "?" + query), body);
    }

    /** A GET of another target, with the headers of the request that came here. */
    static PeerClient.Request get(HttpServerExchange exchange, String target) {
        return request(exchange, "GET", target, Body.NONE);
    }

    /** As it came over the wire; a request may also name the host before it. */
    static String path(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return uri;
        }
        int path = uri.indexOf('/', uri.indexOf("://") + "://".length());
        return path < 0 ? "/" : uri.substring(path);
    }

    private static PeerClient.Request request(HttpServerExchange exchange, String method, String target, Body body) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), List.copyOf(values));
        }
        return new PeerClient.Request(method, target, headers, body.bytes());
    }

    static boolean isNotOwner(PeerClient.Reply reply) {
        return header(reply, NOT_OWNER).isPresent();
    }

    /** Whether the instance that no longer owns the partition has sent the command before that. */
    static boolean saysSent(PeerClient.Reply reply) {
        return header(reply, NOT_OWNER).filter(SENT::equals).isPresent();
    }

    static Optional<String> header(PeerClient.Reply reply, HttpString name) {
        return reply.headers().entrySet().stream()
                .filter(header -> name.equals(new HttpString(header.getKey())))
                .map(header -> header.getValue().get(0))
                .findFirst();
    }

    /** Answers as the other instance did. */
    static void relay(HttpServerExchange exchange, PeerClient.Reply reply) {
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, values) -> {
            if (!name.startsWith(":") && PeerClient.isEndToEnd(name)) {
                exchange.getResponseHeaders().addAll(new HttpString(name), values);
            }
        });
        exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
    }

    private static boolean isTrue(HttpServerExchange exchange, String parameter) {
        Deque<String> values = exchange.getQueryParameters().get(parameter);
        return values != null && Boolean.parseBoolean(values.getFirst());
    }
}
