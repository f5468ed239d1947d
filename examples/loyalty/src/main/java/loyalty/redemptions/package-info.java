/** Points that become money: a process on two services, which share no code. */
@NullMarked
package loyalty.redemptions;

import org.jspecify.annotations.NullMarked;
