package dev.annals.projection;

import dev.annals.EventContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an event.
 *
 * @param <K> the type of the projection's keys
 * @param <E> the sealed interface of the events
 * @param <S> the projection's record
 */
@FunctionalInterface
public interface Fold<K, E, S> {

    /** The record after the event: the same one where the event changes nothing, null where there is none any more. */
    @Nullable
    S apply(@Nullable S record, E event, EventContext<K> context);
}
