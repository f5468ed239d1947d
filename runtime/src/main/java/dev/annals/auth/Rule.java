package dev.annals.auth;

/** Who may do what belongs to an area. */
public sealed interface Rule {

    /** Anybody. */
    record Open() implements Rule {}

    /** Whoever proves who they are. */
    record Authenticated() implements Rule {}

    /** Those of them that were granted a scope. */
    record Scope(String name) implements Rule {}

    /**
     * Reads {@code open}, {@code required} or {@code scope:name}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static Rule parse(String text) {
        if (text.equals("open")) {
            return new Open();
        } else if (text.equals("required")) {
            return new Authenticated();
        } else if (text.startsWith("scope:") && text.length() > "scope:".length()) {
            return new Scope(text.substring("scope:".length()));
        }
        throw new IllegalArgumentException("Not open, required or scope:name: " + text);
    }
}
