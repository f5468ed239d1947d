/** A domain of schedules: towers that strike the time. */
@NullMarked
package clock;

import org.jspecify.annotations.NullMarked;
