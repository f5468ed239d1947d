/** Callers with money to move, and what they remember of it. */
@NullMarked
package dev.annals.reliability.load;

import org.jspecify.annotations.NullMarked;
