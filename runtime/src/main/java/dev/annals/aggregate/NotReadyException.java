package dev.annals.aggregate;

/** The state asked for is not here yet, or no longer: to be asked for again a moment later. */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }

    public NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
