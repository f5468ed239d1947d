package dev.annals.streams;

/** A projection has failed on a record, and is set to stop then; the message says on which one. */
public final class StreamsStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamsStoppedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this is why something failed. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.has(failure, StreamsStoppedException.class);
    }
}
