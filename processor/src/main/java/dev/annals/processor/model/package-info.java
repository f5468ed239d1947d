/** The immutable model of a domain; knows nothing of the compiler. */
@NullMarked
package dev.annals.processor.model;

import org.jspecify.annotations.NullMarked;
