package dev.annals.auth;

import java.util.Set;

/**
 * Who has proven to be asking.
 *
 * @param subject their name, which goes into {@code CommandContext.subject()} and the headers of events
 * @param scopes what they have been granted
 */
public record Principal(String subject, Set<String> scopes) {

    public Principal {
        scopes = Set.copyOf(scopes);
    }
}
