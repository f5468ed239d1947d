/** The bank under load, beside the same bank written by hand. */
@NullMarked
package dev.annals.benchmarks;

import org.jspecify.annotations.NullMarked;
