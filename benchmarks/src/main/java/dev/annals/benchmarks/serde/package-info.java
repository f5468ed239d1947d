/** The encoding of events, beside other ways to encode them. */
@NullMarked
package dev.annals.benchmarks.serde;

import org.jspecify.annotations.NullMarked;
