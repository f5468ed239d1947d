/** A registry of one's own: schemas by ids that it gives, over Confluent's REST API. */
@NullMarked
package dev.annals.schema.confluent;

import org.jspecify.annotations.NullMarked;
