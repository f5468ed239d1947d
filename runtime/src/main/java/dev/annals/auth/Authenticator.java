package dev.annals.auth;

import org.jspecify.annotations.Nullable;

/** Finds out who asks. Safe for use by several threads; may block. */
@FunctionalInterface
public interface Authenticator extends AutoCloseable {

    /**
     * Who asks, by the {@code Authorization} header of a request.
     *
     * @param authorization the header's value, or null where there is none
     * @throws NotAuthenticatedException when it proves nothing
     * @throws AuthenticationUnavailableException when that cannot be said now
     */
    Principal authenticate(@Nullable String authorization);

    @Override
    default void close() {}
}
