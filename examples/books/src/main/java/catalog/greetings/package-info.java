/** What is said every hour, in several languages. */
@NullMarked
package catalog.greetings;

import org.jspecify.annotations.NullMarked;
