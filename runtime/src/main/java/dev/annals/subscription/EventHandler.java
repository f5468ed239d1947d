package dev.annals.subscription;

import dev.annals.EventContext;

/**
 * What is done with the events of one aggregate; generated from a subscription's methods.
 *
 * @param <K> the type of the events' keys
 * @param <E> the events
 */
@FunctionalInterface
public interface EventHandler<K, E> {

    /** Handles an event; what is thrown has it come again. */
    void on(E event, EventContext<K> context) throws Exception;
}
