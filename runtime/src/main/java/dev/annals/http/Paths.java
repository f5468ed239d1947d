package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.URLUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in the paths of requests. */
final class Paths {

    private Paths() {}

    /** From the URI as it was sent: the server has decoded all of the path but its encoded slashes. */
    static String lastSegment(HttpServerExchange exchange) {
        return segment(exchange.getRequestURI());
    }

    /** The segment before the last one, in the same way. */
    static String lastSegmentButOne(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        return segment(uri.substring(0, uri.lastIndexOf('/')));
    }

    private static String segment(String uri) {
        String segment = uri.substring(uri.lastIndexOf('/') + 1);
        return URLUtils.decode(segment, StandardCharsets.UTF_8.name(), true, false, new StringBuilder());
    }

    /** A value as one segment; not the form encoding, in which a space is a plus. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
