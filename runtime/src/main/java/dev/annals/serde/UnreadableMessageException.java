package dev.annals.serde;

/** A message that nothing here can read, whatever its bytes; the message says of which schema it is, and why. */
public final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofUnknownName;

    public UnreadableMessageException(String message) {
        this(message, false);
    }

    UnreadableMessageException(String message, boolean ofUnknownName) {
        super(message);
        this.ofUnknownName = ofUnknownName;
    }

    /** Whether it is of a name that this code does not have, rather than one of its own that does not fit. */
    public boolean isOfUnknownName() {
        return ofUnknownName;
    }
}
