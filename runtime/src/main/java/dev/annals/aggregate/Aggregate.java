package dev.annals.aggregate;

import dev.annals.CommandContext;
import dev.annals.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine needs to know of one aggregate; generated from the annotated snapshot record. Safe for use by several
 * threads.
 *
 * @param <K> the type of its keys
 * @param <C> the sealed interface of its commands
 * @param <E> the sealed interface of its events
 * @param <S> its snapshot record
 */
public interface Aggregate<K, C, E, S> extends CommandChannel<K, C>, EventChannel<K, E>, SnapshotChannel<K, S> {

    AggregateName name();

    @Override
    default String commandsTopic() {
        return name().commandsTopic();
    }

    @Override
    default String eventsTopic() {
        return name().eventsTopic();
    }

    @Override
    default String snapshotsTopic() {
        return name().snapshotsTopic();
    }

    /** One codec for all three. */
    @Override
    KeyCodec<K> keys();

    /** Whether the events of each entity are kept so that they can be found by its key. */
    default boolean keepsHistory() {
        return false;
    }

    /** The names of its states' deadlines, in their order. */
    default List<String> deadlineNames() {
        return List.of();
    }

    /** Whether its states have deadlines. */
    default boolean hasDeadlines() {
        return !deadlineNames().isEmpty();
    }

    /** The key in the store of timers without which they are made again from all entities. */
    static byte[] timersMarker() {
        return TimerMarker.KEY.get().clone();
    }

    /** What is due of an entity in a state. */
    default Deadlines<C> deadlines(K key, S state) {
        return new Deadlines<>();
    }

    /** What the domain decides about a command, given the entity's state, or null where there is no entity. */
    Decision<E> decide(@Nullable S state, C command, CommandContext context);

    /** The state after an event; null where the event deletes the entity. Never called for a failure. */
    @Nullable
    S evolve(@Nullable S state, E event);

    /** Whether an event is a refusal, which changes no state. */
    boolean isFailure(E event);
}
