/** What our Kafka Streams applications share: how topics are read, what is known of an event, and what becomes of failures. */
@NullMarked
package dev.annals.streams;

import org.jspecify.annotations.NullMarked;
