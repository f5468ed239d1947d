package dev.annals.rebuild;

/** A rebuild could not be done; the message says why and what to do. What was written by then is right, and it can be repeated. */
public final class RebuildException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RebuildException(String message) {
        super(message);
    }

    public RebuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
