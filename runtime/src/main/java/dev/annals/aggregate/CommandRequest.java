package dev.annals.aggregate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command that is to be decided, and what its caller says with it.
 *
 * @param messageId the id of its message, under which it is decided once
 * @param requestId the id of this attempt, under which its caller waits; the same as the message id where that was made for
 *     this attempt alone, so that there can be no other with it
 * @param condition on which versions of its entity it is to be decided
 * @param traceParent the W3C trace context of the caller, or null
 * @param subject who asks for it, as the caller has proven, or null
 * @param <C> the sealed interface of the aggregate's commands
 */
public record CommandRequest<C>(
        C command,
        String messageId,
        String requestId,
        Condition condition,
        @Nullable String traceParent,
        @Nullable String subject) {

    /** A command with an id of its own, made for this attempt. */
    public static <C> CommandRequest<C> of(C command) {
        String id = UUID.randomUUID().toString();
        return new CommandRequest<>(command, id, id, Condition.NONE, null, null);
    }

    /** Whether the id is its caller's, who may use it again. */
    public boolean mayComeAgain() {
        return !requestId.equals(messageId);
    }

    /** The same command under this id, which its caller may use again. */
    public CommandRequest<C> identified(String id) {
        return new CommandRequest<>(command, id, UUID.randomUUID().toString(), condition, traceParent, subject);
    }
}
