package dev.annals.reaction;

import dev.annals.EventContext;

/**
 * What is done about the events of one aggregate; generated from a reaction's methods.
 *
 * @param <K> the type of the events' keys
 * @param <E> the events
 */
@FunctionalInterface
public interface Answer<K, E> {

    /** The commands that an event leads to. */
    Commands<?> to(E event, EventContext<K> context);
}
