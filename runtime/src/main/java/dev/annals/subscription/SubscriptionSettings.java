package dev.annals.subscription;

import java.time.Duration;

/**
 * How subscriptions run.
 *
 * @param concurrency how many events of one subscription are handled at the same time in this process
 * @param maxInFlight how many events of one subscription are in memory, before no more are fetched
 * @param attempts how often an event is handled in vain before it is a dead letter
 * @param backoff the pause after the first attempt, which doubles with each further one, and of which each is cut by up to a half at
 *     random
 * @param maxBackoff the longest pause
 * @param drain how long to wait, when partitions leave or the service stops, for events that are being handled
 */
public record SubscriptionSettings(
        int concurrency, int maxInFlight, int attempts, Duration backoff, Duration maxBackoff, Duration drain) {

    public static final SubscriptionSettings DEFAULT = new SubscriptionSettings(
            16, 1_000, 20, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /**
     * The pause before the next attempt.
     *
     * @param failures how many there have been, from 1
     * @param random from 0 to 1
     */
    public Duration pause(int failures, double random) {
        double millis = Math.min((double) maxBackoff.toMillis(), backoff.toMillis() * Math.pow(2, failures - 1));
        return Duration.ofMillis(Math.round(millis * (1 - random / 2)));
    }
}
