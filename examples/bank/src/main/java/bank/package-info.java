/** The smallest whole service: accounts that money is paid into and taken from. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
