package dev.annals.client;

/** A service has answered with something that this code cannot read: it is newer, or it is no Annals service. */
public final class UnreadableReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableReplyException(String message, Throwable cause) {
        super(message, cause);
    }
}
