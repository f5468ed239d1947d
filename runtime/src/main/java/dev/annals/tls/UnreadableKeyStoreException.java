package dev.annals.tls;

/** A key store that cannot be used; the message names it, and the settings to look at. */
public final class UnreadableKeyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableKeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
