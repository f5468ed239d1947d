/** What is to happen when the Kafka transaction of a stream thread has committed, and not before. */
@NullMarked
package dev.annals.transaction;

import org.jspecify.annotations.NullMarked;
