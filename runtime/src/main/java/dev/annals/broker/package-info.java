/** What the application asks of a Kafka broker that runs inside its own process. */
@NullMarked
package dev.annals.broker;

import org.jspecify.annotations.NullMarked;
