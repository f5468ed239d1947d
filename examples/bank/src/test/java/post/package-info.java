/** A domain of subscriptions: letters that are brought. */
@NullMarked
package post;

import org.jspecify.annotations.NullMarked;
