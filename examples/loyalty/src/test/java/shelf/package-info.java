/** A service that keeps a read model, and has nothing to keep it in. */
@NullMarked
package shelf;

import org.jspecify.annotations.NullMarked;
