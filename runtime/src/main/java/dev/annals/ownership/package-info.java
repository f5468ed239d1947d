/** Whether the partitions that a stream thread was given are still its own, as far as the broker's group coordinator goes. */
@NullMarked
package dev.annals.ownership;

import org.jspecify.annotations.NullMarked;
