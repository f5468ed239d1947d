/** Reactions: events in, commands out, exactly once. */
@NullMarked
package dev.annals.reaction;

import org.jspecify.annotations.NullMarked;
