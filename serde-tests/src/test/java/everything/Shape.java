package everything;

import java.util.List;

/** A union, with another sealed interface below it. */
public sealed interface Shape {

    /** A record of two components. */
    record Circle(Point center, double radius) implements Shape {}

    /** A record of one. */
    record Marker(Label label) implements Shape {}

    /** A record of none. */
    record Empty() implements Shape {}

    /** A union below the union. */
    sealed interface Line extends Shape {}

    /** Of that one. */
    record Path(List<Point> points) implements Line {}
}
