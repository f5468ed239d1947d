package dev.annals.sql;

import dev.annals.subscription.Backoff;
import java.time.Duration;

/**
 * How read models run.
 *
 * @param batch how many events are applied in one transaction, at most
 * @param attempts how often an event is applied in vain before it is a dead letter
 * @param timeout how long the database may take to answer
 * @param backoff the pauses between attempts
 * @param drain how long to wait at the end for a transaction under way
 */
public record ReadModelSettings(int batch, int attempts, Duration timeout, Backoff backoff, Duration drain) {}
