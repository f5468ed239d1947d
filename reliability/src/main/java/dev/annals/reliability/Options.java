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
 * @param membership of the instances in their group
 * @param ballast accounts that are opened before, and then left alone, so that there is a state to restore
 * @param pace of the harm
 * @param tellers how many callers there are at once
 * @param variant of the bank
 * @param seed of all that is random
 */
public record Options(
        Duration duration,
        int brokers,
        int instances,
        int standbys,
        Membership membership,
        int ballast,
        Pace pace,
        int tellers,
        Variant variant,
        long seed) {

    private static final Set<String> NAMES = Set.of(
            "seconds",
            "brokers",
            "instances",
            "standbys",
            "membership",
            "ballast",
            "pace",
            "tellers",
            "variant",
            "seed");

    /** When the next harm is done. */
    public enum Pace {
        /** Every few seconds, whatever state the cluster is in. */
        RELENTLESS,
        /** When all instances answer again; how long that took for the keys of a killed one is measured. */
        RECOVERED
    }

    /** What an instance is to its group when it comes back after a kill. */
    public enum Membership {
        /** A new member; the old one's session has to end first. */
        DYNAMIC,
        /** The member that it was, by {@code group.instance.id}. */
        STATIC
    }

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
                Membership.valueOf(constant(values.getOrDefault("membership", "dynamic"))),
                Integer.parseInt(values.getOrDefault("ballast", "0")),
                Pace.valueOf(constant(values.getOrDefault("pace", "relentless"))),
                Integer.parseInt(values.getOrDefault("tellers", "8")),
                Variant.valueOf(constant(values.getOrDefault("variant", "kept"))),
                Long.parseLong(values.getOrDefault("seed", Long.toString(System.nanoTime()))));
    }

    private static String constant(String value) {
        return value.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
