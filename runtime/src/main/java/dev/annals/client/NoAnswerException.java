package dev.annals.client;

import org.jspecify.annotations.Nullable;

/** A service has not answered; whether it has done what was asked is not known. The same call under the same id is safe. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
