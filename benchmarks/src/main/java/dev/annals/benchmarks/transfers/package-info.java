/** How long a process takes that reactions lead from step to step. */
@NullMarked
package dev.annals.benchmarks.transfers;

import org.jspecify.annotations.NullMarked;
