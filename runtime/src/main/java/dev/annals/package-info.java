/** What a domain is written with: the annotations, {@link dev.annals.Decision} and {@link dev.annals.CommandContext}. */
@NullMarked
package dev.annals;

import org.jspecify.annotations.NullMarked;
