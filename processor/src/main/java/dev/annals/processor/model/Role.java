package dev.annals.processor.model;

/** What the messages of a sealed hierarchy are to those who handle them, and the words for it. */
public enum Role {
    COMMAND("command", "decide"),
    EVENT("event", "evolve"),
    /** An event as a projection takes it in. */
    PROJECTED("event", "on"),
    /** An event as a reaction answers it. */
    ANSWERED("event", "on"),
    /** An event as a subscription handles it. */
    HANDLED("event", "on"),
    /** An event as a read model in SQL applies it. */
    APPLIED("event", "on");

    private final String noun;
    private final String handler;

    Role(String noun, String handler) {
        this.noun = noun;
        this.handler = handler;
    }

    /** {@code command} or {@code event}. */
    public String noun() {
        return noun;
    }

    /** The noun with its article. */
    public String article() {
        return (this == COMMAND ? "a " : "an ") + noun;
    }

    /** The name of the methods that take one: {@code decide}, {@code evolve} or {@code on}. */
    public String handler() {
        return handler;
    }
}
