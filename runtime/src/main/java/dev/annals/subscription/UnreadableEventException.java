package dev.annals.subscription;

/** The record is no event that this code can read; another attempt would not help. */
public final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
