/** Reads annotated elements into the model. */
@NullMarked
package dev.annals.processor.read;

import org.jspecify.annotations.NullMarked;
