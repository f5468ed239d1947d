package dev.annals.aggregate;

/** An id under which another command has been decided. */
public final class MessageIdReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageIdReusedException(CommandRecord<?, ?> command) {
        super("The id " + command.messageId() + " has been used for another command, subject or entity");
    }
}
