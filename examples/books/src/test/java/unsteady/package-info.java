/** A domain whose projections fail when they are asked to. */
@NullMarked
package unsteady;

import org.jspecify.annotations.NullMarked;
