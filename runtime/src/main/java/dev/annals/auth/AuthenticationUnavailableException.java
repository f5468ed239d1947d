package dev.annals.auth;

/** It cannot be said now who asks, because what is needed for that does not answer. */
public final class AuthenticationUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuthenticationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
