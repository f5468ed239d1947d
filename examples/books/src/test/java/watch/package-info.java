/** A service of read models alone, of another service's events. */
@NullMarked
package watch;

import org.jspecify.annotations.NullMarked;
