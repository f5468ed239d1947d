/** Messages that were written with another schema than their reader has: whether they can be read, and how. */
@NullMarked
package dev.annals.evolution;

import org.jspecify.annotations.NullMarked;
