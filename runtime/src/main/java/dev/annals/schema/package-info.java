/** Schemas of messages, where they are kept, and how a message names the one that it was written with. */
@NullMarked
package dev.annals.schema;

import org.jspecify.annotations.NullMarked;
