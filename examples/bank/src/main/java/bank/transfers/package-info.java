/** Money that goes from one account to another: a process of several steps. */
@NullMarked
package bank.transfers;

import org.jspecify.annotations.NullMarked;
