package dev.annals.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts how often stream threads fail. One that fails now and then, because a broker was away or a transaction was cut
 * off, is replaced, and its successor goes on from the last commit; threads that fail again and again will not get better
 * by themselves. Safe for use by several threads.
 */
final class ThreadReplacements {

    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    ThreadReplacements(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a failure, and tells whether there is still hope. */
    synchronized boolean mayReplace() {
        Instant now = clock.instant();
        failures.removeIf(failure -> failure.isBefore(now.minus(WITHIN)));
        failures.add(now);
        return failures.size() <= MOST;
    }
}
