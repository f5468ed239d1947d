/** Points for deposits: a service that knows the bank by its topics alone. */
@NullMarked
package loyalty;

import org.jspecify.annotations.NullMarked;
