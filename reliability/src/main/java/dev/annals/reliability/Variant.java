package dev.annals.reliability;

import java.util.Map;

/** The bank as it is, and with one promise broken, which the harness must notice. */
public enum Variant {
    /** All promises are kept. */
    KEPT,
    /** Events may be written twice, and offsets lag behind them. */
    AT_LEAST_ONCE,
    /** Callers are told before the transaction has committed. */
    EARLY_REPLIES,
    /** A command that is sent twice is decided twice. */
    NO_DEDUPLICATION;

    private static final String LONG_COMMITS = "1000";

    public String mainClass() {
        return this == EARLY_REPLIES ? "bank.EarlyRepliesMain" : "bank.Main";
    }

    /** Whether it brings transfers to their end. */
    public boolean hasReactions() {
        return this != EARLY_REPLIES;
    }

    /** Environment variables for its processes. */
    public Map<String, String> settings() {
        return switch (this) {
            case KEPT -> Map.of();
            case AT_LEAST_ONCE ->
                Map.of("KAFKA_PROCESSING_GUARANTEE", "at_least_once", "KAFKA_COMMIT_INTERVAL_MS", LONG_COMMITS);
            case EARLY_REPLIES -> Map.of("KAFKA_COMMIT_INTERVAL_MS", LONG_COMMITS);
            case NO_DEDUPLICATION -> Map.of("COMMANDS_DEDUPLICATION_WINDOW_MS", "0");
        };
    }
}
