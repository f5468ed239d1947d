/** Kafka Streams topologies as text and pictures. */
@NullMarked
package dev.annals.topology;

import org.jspecify.annotations.NullMarked;
