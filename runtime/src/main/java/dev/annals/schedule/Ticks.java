package dev.annals.schedule;

import dev.annals.reaction.Commands;
import java.time.Instant;

/** What is done when it is time; generated from an annotated method. */
@FunctionalInterface
public interface Ticks {

    /** The commands for a time. */
    Commands<?> at(Instant time);
}
