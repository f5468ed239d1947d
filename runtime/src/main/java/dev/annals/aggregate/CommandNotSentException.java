package dev.annals.aggregate;

/** A command was not sent, and so will not be carried out. */
public final class CommandNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandNotSentException(String messageId, Throwable cause) {
        super("Could not send command " + messageId, cause);
    }
}
