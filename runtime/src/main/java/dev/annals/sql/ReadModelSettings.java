package dev.annals.sql;

import dev.annals.subscription.SubscriptionSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How read models run.
 *
 * @param batch how many events are applied in one transaction, at most
 * @param attempts how often an event is applied in vain before it is a dead letter
 * @param timeout how long the database may take to answer
 * @param pauses how long the pauses between attempts are, and how long to wait at the end for a transaction under way
 */
public record ReadModelSettings(int batch, int attempts, Duration timeout, SubscriptionSettings pauses) {

    /** The pause before the next attempt, after so many that failed. */
    Duration pause(int failures) {
        return pauses.pause(failures, ThreadLocalRandom.current().nextDouble());
    }
}
