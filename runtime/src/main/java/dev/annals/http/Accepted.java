package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a caller takes a stream of events, by what its {@code Accept} says. */
final class Accepted {

    private Accepted() {}

    /** Whether it asks for one by name. */
    static boolean namesEventStream(HttpServerExchange exchange) {
        return types(exchange).contains(EventStream.CONTENT_TYPE);
    }

    /** Whether it asks for one by name, and not for JSON as well: generated clients name all that there may be. */
    static boolean prefersEventStream(HttpServerExchange exchange) {
        return namesEventStream(exchange) && !types(exchange).contains("application/json");
    }

    /** Whether it takes one: also where it takes anything. */
    static boolean takesEventStream(HttpServerExchange exchange) {
        List<String> types = types(exchange);
        return types.isEmpty()
                || types.contains(EventStream.CONTENT_TYPE)
                || types.contains("*/*")
                || types.contains("text/*");
    }

    /** The media types, without those that are ruled out by a weight of 0. */
    private static List<String> types(HttpServerExchange exchange) {
        List<String> types = new ArrayList<>();
        @Nullable List<String> headers = exchange.getRequestHeaders().get(Headers.ACCEPT);
        for (String header : headers == null ? List.<String>of() : headers) {
            for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] parts = range.split(";", -1);
                if (!isRuledOut(parts)) {
                    types.add(parts[0].strip());
                }
            }
        }
        return types;
    }

    private static boolean isRuledOut(String[] range) {
        for (int i = 1; i < range.length; i++) {
            if (range[i].replace(" ", "").matches("q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
