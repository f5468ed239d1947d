package unsteady;

import dev.annals.Projection;

/** The sum of what was read of a meter; it knows no unlucky numbers, and sinks in the deepest ones. */
@Projection(service = "unsteady", name = "totals", from = Meter.class)
public record Total(long sum) {

    static final int UNLUCKY = 13;
    static final int BOTTOMLESS = 666;

    static Total initial() {
        return new Total(0);
    }

    Total on(Meter.MeterRead read) {
        if (read.value() == UNLUCKY) {
            throw new IllegalArgumentException("13 brings bad luck");
        }
        return read.value() == BOTTOMLESS ? on(read) : new Total(sum + read.value());
    }
}
