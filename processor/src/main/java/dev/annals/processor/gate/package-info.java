/** The gate: the schemas of a domain, held against each other and against those that were released. */
@NullMarked
package dev.annals.processor.gate;

import org.jspecify.annotations.NullMarked;
