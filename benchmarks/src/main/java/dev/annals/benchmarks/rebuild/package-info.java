/** How fast stores and snapshots are built again from events, beside a consumer that only reads them. */
@NullMarked
package dev.annals.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
