package everything;

/** An enum. */
public enum Color {
    RED,
    GREEN,
    BLUE
}
