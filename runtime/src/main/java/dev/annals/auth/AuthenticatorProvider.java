package dev.annals.auth;

import java.util.Map;

/** Makes authenticators of one kind; found by {@link java.util.ServiceLoader}, and chosen by {@code auth.provider}. */
public interface AuthenticatorProvider {

    /** What {@code auth.provider} calls it. */
    String name();

    /**
     * Makes one.
     *
     * @param settings all that start with {@code auth.}, by their whole names
     * @throws IllegalArgumentException when one of them is wrong, with a message that names it and says what to do
     */
    Authenticator create(Map<String, String> settings);
}
