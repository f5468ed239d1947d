package dev.annals.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * A command that is to be decided, and what its caller says with it.
 *
 * @param messageId the id of its message
 * @param traceParent the W3C trace context of the caller, or null
 * @param subject who asks for it, as the caller has proven, or null
 * @param <C> the sealed interface of the aggregate's commands
 */
public record CommandRequest<C>(
        C command,
        String messageId,
        @Nullable String traceParent,
        @Nullable String subject) {

    /** A command with nothing but an id. */
    public static <C> CommandRequest<C> of(C command, String messageId) {
        return new CommandRequest<>(command, messageId, null, null);
    }
}
