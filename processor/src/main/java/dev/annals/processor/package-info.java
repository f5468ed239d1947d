/** The annotation processor: read, check, generate, emit. */
@NullMarked
package dev.annals.processor;

import org.jspecify.annotations.NullMarked;
