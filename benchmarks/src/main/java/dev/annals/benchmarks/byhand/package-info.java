/** The bank as a team writes it with Kafka Streams and Jackson: JSON, a reply topic, Kafka's defaults, exactly once. */
@NullMarked
package dev.annals.benchmarks.byhand;

import org.jspecify.annotations.NullMarked;
