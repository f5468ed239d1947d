package dev.annals.reaction;

import dev.annals.aggregate.CommandChannel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reaction gives for one event.
 *
 * @param to where the commands go; null where there are none
 * @param all in their order
 */
public record Commands<C>(@Nullable CommandChannel<?, C> to, List<C> all) {

    private static final String NULL = "An on method returned null: return an Optional where there may be no command";

    private static final Commands<?> NONE = new Commands<>(null, List.of());

    public Commands {
        all = List.copyOf(all);
    }

    /** No command. */
    public static Commands<?> none() {
        return NONE;
    }

    /** One command. */
    public static <C> Commands<C> one(CommandChannel<?, C> to, C command) {
        return new Commands<>(to, List.of(Objects.requireNonNull(command, NULL)));
    }

    /** A command, where there is one. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // As users return it.
    public static <C> Commands<C> optional(CommandChannel<?, C> to, Optional<? extends C> command) {
        return new Commands<>(
                to,
                Objects.requireNonNull(command, NULL).stream()
                        .<C>map(each -> each)
                        .toList());
    }

    /** Several commands. */
    public static <C> Commands<C> all(CommandChannel<?, C> to, Collection<? extends C> commands) {
        return new Commands<>(to, List.copyOf(Objects.requireNonNull(commands, NULL)));
    }
}
