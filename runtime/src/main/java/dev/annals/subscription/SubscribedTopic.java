package dev.annals.subscription;

import dev.annals.aggregate.EventChannel;

/** A topic of events, and what is done with them. */
record SubscribedTopic<K, E>(EventChannel<K, E> channel, EventHandler<K, E> handler) {}
