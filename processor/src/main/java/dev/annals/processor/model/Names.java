package dev.annals.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names made from other names. */
public final class Names {

    private Names() {}

    /** {@code order-lines} as {@code OrderLines}. */
    public static String pascalCase(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code OrderLines} as {@code orderLines}. */
    public static String camelCase(String typeName) {
        return typeName.substring(0, 1).toLowerCase(Locale.ROOT) + typeName.substring(1);
    }

    /** {@code OrderLines} as {@code ORDER_LINES}. */
    public static String constantCase(String typeName) {
        return typeName.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** The longest package that holds both. */
    public static String sharedPackage(String one, String other) {
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        int shared = IntStream.range(0, Math.min(left.length, right.length))
                .filter(i -> !left[i].equals(right[i]))
                .findFirst()
                .orElse(Math.min(left.length, right.length));
        return String.join(".", Arrays.copyOf(left, shared));
    }
}
