/** Hand-written Kafka Streams beside what is generated: applications of their own, with the typed topics of a service at hand. */
@NullMarked
package dev.annals.extension;

import org.jspecify.annotations.NullMarked;
