/** A service that gets into every trouble that a service can get into. */
@NullMarked
package trouble;

import org.jspecify.annotations.NullMarked;
