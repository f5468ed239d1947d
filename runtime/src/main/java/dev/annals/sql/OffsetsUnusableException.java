package dev.annals.sql;

/** What the database says of how far a read model has come does not go with the topics; somebody has to look. */
public final class OffsetsUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OffsetsUnusableException(String message) {
        super(message);
    }
}
