/** The registry that needs no service of its own: schemas in a compacted topic. */
@NullMarked
package dev.annals.schema.kafka;

import org.jspecify.annotations.NullMarked;
