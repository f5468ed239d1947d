package dev.annals.aggregate;

import dev.annals.serde.MessageCodec;

/**
 * A topic of events, and how they are read. Safe for use by several threads.
 *
 * @param <K> the type of its keys
 * @param <E> the sealed interface of its events
 */
public interface EventChannel<K, E> {

    String eventsTopic();

    KeyCodec<K> keys();

    MessageCodec<E> events();

    /** Whether the topic may hold others, which are passed over. */
    default boolean isPartial() {
        return false;
    }
}
