/** Hands what was found and what was generated to the compiler. */
@NullMarked
package dev.annals.processor.emit;

import org.jspecify.annotations.NullMarked;
