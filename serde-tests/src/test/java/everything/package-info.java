/** A domain of all types, and tests of what is generated for it. */
@NullMarked
package everything;

import org.jspecify.annotations.NullMarked;
