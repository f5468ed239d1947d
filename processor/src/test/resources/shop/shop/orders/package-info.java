/** Orders: all that a domain can be made of. */
@NullMarked
package shop.orders;

import org.jspecify.annotations.NullMarked;
