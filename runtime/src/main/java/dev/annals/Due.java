package dev.annals;

import java.time.Instant;
import java.util.Objects;

/**
 * A command that is to be given at a time, to the millisecond, and not before.
 *
 * @param <C> the type of the command
 */
public record Due<C>(Instant at, C command) {

    public Due {
        Objects.requireNonNull(at, "A deadline needs a time");
        Objects.requireNonNull(command, "A deadline needs a command");
    }

    /** A command that is due at a time. */
    public static <C> Due<C> at(Instant time, C command) {
        return new Due<>(time, command);
    }
}
