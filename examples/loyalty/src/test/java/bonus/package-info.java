/** A service that gives another one commands, and shares no code with it. */
@NullMarked
package bonus;

import org.jspecify.annotations.NullMarked;
