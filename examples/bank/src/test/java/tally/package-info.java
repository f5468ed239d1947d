/** A service whose state can be computed in two ways, for tests of rebuilding it. */
@NullMarked
package tally;

import org.jspecify.annotations.NullMarked;
