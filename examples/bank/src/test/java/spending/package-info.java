/** A view of the bank's events by records of its own. */
@NullMarked
package spending;

import org.jspecify.annotations.NullMarked;
