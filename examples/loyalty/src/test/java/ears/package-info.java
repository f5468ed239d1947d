/** A service that does nothing but listen to another one. */
@NullMarked
package ears;

import org.jspecify.annotations.NullMarked;
