package unsteady;

import dev.annals.Projection;

/** The sum of what was read of a meter, as it was before readings were counted. */
@Projection(service = "unsteady", name = "sums", from = Meter.class)
public record FirstSum(long sum) {

    static FirstSum initial() {
        return new FirstSum(0);
    }

    FirstSum on(Meter.MeterRead read) {
        return new FirstSum(sum + read.value());
    }
}
