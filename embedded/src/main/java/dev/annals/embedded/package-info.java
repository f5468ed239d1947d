/** A real Kafka broker, KRaft and all, that runs inside this process: for development and for tests. */
@NullMarked
package dev.annals.embedded;

import org.jspecify.annotations.NullMarked;
