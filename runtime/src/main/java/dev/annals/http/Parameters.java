package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads query parameters. */
final class Parameters {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final String STALE = "stale";
    private static final String PARTITIONS = "_partitions";

    private Parameters() {}

    static Optional<String> find(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    /**
     * A whole number.
     *
     * @throws ProblemException when it is none, or out of range
     */
    static int wholeNumber(HttpServerExchange exchange, String name, int otherwise, int min, int max) {
        try {
            int value = find(exchange, name).map(Integer::parseInt).orElse(otherwise);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number from " + min + " to " + max);
        }
        throw wrong(name, "a whole number from " + min + " to " + max);
    }

    /**
     * A version of an entity; empty where none is given.
     *
     * @throws ProblemException when it is no whole number, or negative
     */
    static OptionalLong version(HttpServerExchange exchange, String name) {
        Optional<String> text = find(exchange, name);
        if (text.isPresent() && !VERSION.matcher(text.get()).matches()) {
            throw wrong(name, "a version, which is a whole number from 0 on");
        }
        return text.map(found -> OptionalLong.of(Long.parseLong(found))).orElse(OptionalLong.empty());
    }

    /**
     * Whether the caller takes an answer that may be old.
     *
     * @throws ProblemException when the parameter is not {@code ok}
     */
    static boolean stale(HttpServerExchange exchange) {
        Optional<String> stale = find(exchange, STALE);
        if (stale.isPresent() && !stale.get().equals("ok")) {
            throw wrong(STALE, "ok, or left out");
        }
        return stale.isPresent();
    }

    /**
     * The partitions that another instance asks for; empty where it is none that asks.
     *
     * @throws ProblemException when they are no numbers
     */
    static Set<Integer> partitions(HttpServerExchange exchange) {
        Set<Integer> partitions = new TreeSet<>();
        try {
            find(exchange, PARTITIONS).ifPresent(list -> {
                for (String partition : list.split(",", -1)) {
                    partitions.add(Integer.valueOf(partition));
                }
            });
        } catch (NumberFormatException e) {
            throw wrong(PARTITIONS, "numbers of partitions");
        }
        return partitions;
    }

    static ProblemException wrong(String name, String expected) {
        return new ProblemException(Problems.invalidParameter(name, name + " must be " + expected));
    }
}
