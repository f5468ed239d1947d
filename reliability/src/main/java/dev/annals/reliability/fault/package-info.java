/** The harm that is done. */
@NullMarked
package dev.annals.reliability.fault;

import org.jspecify.annotations.NullMarked;
