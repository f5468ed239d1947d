package everything;

/** A record in a record. */
public record Point(int x, long y, Color color) {}
