package dev.annals.aggregate;

import dev.annals.Due;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is due of an entity in one of its states, by the names of its deadlines. Used by one thread.
 *
 * @param <C> the commands
 */
public final class Deadlines<C> {

    private final Map<String, Due<? extends C>> due = new TreeMap<>();

    /** What is due by a deadline, where anything is. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // As users return it.
    public Deadlines<C> with(String name, Optional<? extends Due<? extends C>> command) {
        Objects.requireNonNull(
                        command, () -> "The @Deadline method " + name + " returned null: return Optional.empty()")
                .ifPresent(found -> due.put(name, found));
        return this;
    }

    Map<String, Due<? extends C>> all() {
        return Collections.unmodifiableMap(due);
    }

    /** The command that is due at this time, to the millisecond, by a deadline; null where it is another one, or none. */
    @Nullable
    C command(String name, long millis) {
        Due<? extends C> found = due.get(name);
        return found != null && millis(found.at()) == millis ? found.command() : null;
    }

    /** When something is due by a deadline; null where nothing is. */
    @Nullable
    Long millis(String name) {
        Due<? extends C> found = due.get(name);
        return found == null ? null : millis(found.at());
    }

    /** In milliseconds since 1970; what is out of their range is as late, or as early, as can be. */
    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
