package dev.annals.processor.model;

/** Which of the two sealed hierarchies of an aggregate is meant, and the words for it. */
public enum Role {
    COMMAND("command", "decide"),
    EVENT("event", "evolve");

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
        return (this == EVENT ? "an " : "a ") + noun;
    }

    /** The name of the methods that take one: {@code decide} or {@code evolve}. */
    public String handler() {
        return handler;
    }
}
