package dev.annals;

import java.time.Instant;

/**
 * A command that is to be given at a time, to the millisecond, and not before.
 *
 * @param <C> the type of the command
 */
public record Due<C>(Instant at, C command) {

    /** A command that is due at a time. */
    public static <C> Due<C> at(Instant time, C command) {
        return new Due<>(time, command);
    }
}
