/** What a service measures of itself, for Prometheus. */
@NullMarked
package dev.annals.metrics;

import org.jspecify.annotations.NullMarked;
