/** A domain of deadlines: alarms that ring when it is time. */
@NullMarked
package alarm;

import org.jspecify.annotations.NullMarked;
