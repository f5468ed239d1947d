package dev.annals.projection;

import dev.annals.EventContext;
import java.util.Collection;

/**
 * Says under which keys of a projection an event is taken in.
 *
 * @param <F> the type of the keys of the event's entity
 * @param <E> the sealed interface of the events
 * @param <K> the type of the projection's keys
 */
@FunctionalInterface
public interface KeysOf<F, E, K> {

    /** The keys, each once; none where the event is not taken in. */
    Collection<? extends K> apply(E event, EventContext<F> context);
}
