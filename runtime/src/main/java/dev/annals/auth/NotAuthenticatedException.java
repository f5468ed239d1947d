package dev.annals.auth;

/** A request does not prove who asks; the message says why, and nothing of what was shown. */
public final class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAuthenticatedException(String message) {
        super(message, null, false, false);
    }
}
