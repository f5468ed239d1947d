package dev.annals.extension;

/** The topology of an extension cannot be run; the message says why, and what to do. */
public final class ExtensionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExtensionException(String message) {
        super(message);
    }

    ExtensionException(String message, Throwable cause) {
        super(message, cause);
    }
}
