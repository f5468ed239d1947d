/** The event-sourcing engine: decide, evolve, store, events and snapshot in one step of one Kafka Streams processor. */
@NullMarked
package dev.annals.aggregate;

import org.jspecify.annotations.NullMarked;
