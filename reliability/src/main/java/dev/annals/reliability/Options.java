package dev.annals.reliability;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a run is asked for.
 *
 * @param duration of the harm
 * @param brokers one or three
 * @param instances of the bank
 * @param standbys of each partition
 * @param tellers how many callers there are at once
 * @param variant of the bank
 * @param seed of all that is random
 */
public record Options(
        Duration duration, int brokers, int instances, int standbys, int tellers, Variant variant, long seed) {

    private static final Set<String> NAMES =
            Set.of("seconds", "brokers", "instances", "standbys", "tellers", "variant", "seed");

    /**
     * Reads {@code name=value} arguments.
     *
     * @throws IllegalArgumentException when one is not known
     */
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !NAMES.contains(parts[0])) {
                throw new IllegalArgumentException("Not one of " + NAMES + " with a value: " + argument);
            }
            values.put(parts[0], parts[1]);
        }
        return new Options(
                Duration.ofSeconds(Long.parseLong(values.getOrDefault("seconds", "60"))),
                Integer.parseInt(values.getOrDefault("brokers", "1")),
                Integer.parseInt(values.getOrDefault("instances", "2")),
                Integer.parseInt(values.getOrDefault("standbys", "1")),
                Integer.parseInt(values.getOrDefault("tellers", "8")),
                Variant.valueOf(
                        values.getOrDefault("variant", "kept").replace('-', '_').toUpperCase(Locale.ROOT)),
                Long.parseLong(values.getOrDefault("seed", Long.toString(System.nanoTime()))));
    }
}
