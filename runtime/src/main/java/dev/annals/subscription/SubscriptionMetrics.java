package dev.annals.subscription;

/** Takes note of what a subscription does. Safe for use by several threads. */
public interface SubscriptionMetrics {

    /** What became of one attempt to handle an event. */
    enum Result {
        HANDLED,
        FAILED,
        DEAD_LETTER
    }

    /** Takes note of nothing. */
    SubscriptionMetrics NONE = (result, nanos) -> {};

    /** Takes note of an attempt, and of how long it took. */
    void count(Result result, long nanos);
}
