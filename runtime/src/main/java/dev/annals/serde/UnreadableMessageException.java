package dev.annals.serde;

/** A message that nothing here can read, whatever its bytes; the message says of which schema it is, and why. */
public final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableMessageException(String message) {
        super(message);
    }
}
