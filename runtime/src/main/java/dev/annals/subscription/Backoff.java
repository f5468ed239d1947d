package dev.annals.subscription;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between attempts, each cut by up to a half at random.
 *
 * @param first after the first attempt, which doubles with each further one
 * @param longest that there is
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * The pause before the next attempt; at least a millisecond.
     *
     * @param failures how many there have been, from 1
     */
    public Duration pause(int failures) {
        return pause(failures, ThreadLocalRandom.current().nextDouble());
    }

    /** The same, with what is random: from 0 up to 1. */
    Duration pause(int failures, double random) {
        double millis = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, failures - 1));
        return Duration.ofMillis(Math.max(1, Math.round(millis * (1 - random / 2))));
    }
}
