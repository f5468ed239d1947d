/** Services with more modules, or fewer, than the standard ones. */
@NullMarked
package modules;

import org.jspecify.annotations.NullMarked;
