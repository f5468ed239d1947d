/** Subscriptions: what is done outside Kafka when something has happened, at least once and in order per key. */
@NullMarked
package dev.annals.subscription;

import org.jspecify.annotations.NullMarked;
