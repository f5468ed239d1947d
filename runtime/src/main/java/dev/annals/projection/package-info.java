/** Read models: what folds events and joins snapshots, as Kafka Streams applications of their own. */
@NullMarked
package dev.annals.projection;

import org.jspecify.annotations.NullMarked;
