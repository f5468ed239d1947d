package dev.annals.projection;

/** A projection has failed on a record, and is set to stop then; the message says on which one. */
public final class ProjectionStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProjectionStoppedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this is why something failed. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.has(failure, ProjectionStoppedException.class);
    }
}
