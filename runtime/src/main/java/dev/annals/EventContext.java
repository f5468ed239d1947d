package dev.annals;

import java.time.Instant;

/**
 * What is known of an event beside its fields; an optional last parameter of a projection's {@code on} and {@code @Key}
 * methods. The same when the event is taken in again. Not thread safe; valid during the call only.
 *
 * @param <K> the type of the keys: of the projection's in {@code on}, of the entity's in a {@code @Key} method
 */
public interface EventContext<K> {

    /** The key under which the event is taken in; in a {@code @Key} method that of its entity. */
    K key();

    /** The key of the entity that the event happened to, as text. */
    String entity();

    /** The id of the event. */
    String messageId();

    /** The id that goes through all that follows from one request. */
    String correlationId();

    /** The id of the command that the event comes from. */
    String causationId();

    /** When that command was written, as its Kafka record says. */
    Instant time();

    /** The version of the entity after the event; 0 for a failure, which changes none. */
    long version();
}
