/** A read model that does not say where it failed. */
@NullMarked
package careless;

import org.jspecify.annotations.NullMarked;
