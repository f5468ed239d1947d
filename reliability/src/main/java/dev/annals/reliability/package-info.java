/** A harness that does harm to a running service, and then checks that each promise was kept. */
@NullMarked
package dev.annals.reliability;

import org.jspecify.annotations.NullMarked;
