package dev.annals.feed;

/** An id is not one that a feed can go on from. */
public final class InvalidPositionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPositionException(String message) {
        super(message);
    }
}
