package dev.annals.aggregate;

import dev.annals.serde.MessageCodec;

/**
 * A topic of commands, and how they are written. Safe for use by several threads.
 *
 * @param <K> the type of its keys
 * @param <C> the sealed interface of its commands
 */
public interface CommandChannel<K, C> {

    String commandsTopic();

    KeyCodec<K> keys();

    MessageCodec<C> commands();

    /** The key of the entity that a command is for. */
    K keyOf(C command);
}
