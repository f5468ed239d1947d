/** What {@code @Default} says, as values in Avro schemas. */
@NullMarked
package dev.annals.processor.defaults;

import org.jspecify.annotations.NullMarked;
