package everything;

/** A record of one component, written as that. */
public record Label(String text) {}
