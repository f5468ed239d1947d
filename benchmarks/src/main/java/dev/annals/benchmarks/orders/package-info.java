/** A domain whose events are of the kind that services have: what encodings are measured with. */
@NullMarked
package dev.annals.benchmarks.orders;

import org.jspecify.annotations.NullMarked;
