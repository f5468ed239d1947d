package dev.annals.subscription;

import java.time.Duration;

/**
 * How subscriptions run.
 *
 * @param concurrency how many events of one subscription are handled at the same time in this process
 * @param maxInFlight how many events of one subscription are in memory, before no more are fetched
 * @param attempts how often an event is handled in vain before it is a dead letter
 * @param backoff the pauses between attempts
 * @param drain how long to wait, when partitions leave or the service stops, for events that are being handled
 */
public record SubscriptionSettings(int concurrency, int maxInFlight, int attempts, Backoff backoff, Duration drain) {

    public static final SubscriptionSettings DEFAULT = new SubscriptionSettings(
            16, 1_000, 20, new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30)), Duration.ofSeconds(10));

    /** How many events are fetched before it is looked again which partitions are full: so many may be too many, of each. */
    public int fetchedAtOnce() {
        return Math.max(1, maxInFlight / 50);
    }
}
