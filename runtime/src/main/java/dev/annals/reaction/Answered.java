package dev.annals.reaction;

import dev.annals.aggregate.EventChannel;

/**
 * A topic of events, and what is done about them.
 *
 * @param <K> the type of the events' keys
 * @param <E> the events
 */
public record Answered<K, E>(EventChannel<K, E> events, Answer<K, E> answer) {}
