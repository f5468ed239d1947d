package unsteady;

import dev.annals.ForeignKey;
import dev.annals.Projection;
import org.jspecify.annotations.Nullable;

/** A meter, and the one that stands where its value says; it knows no unlucky places. */
@Projection(service = "unsteady", name = "pairs")
public record Pair(Meter meter, @Nullable Meter other) {

    @ForeignKey
    static @Nullable String other(Meter meter) {
        if (meter.value() == Total.UNLUCKY) {
            throw new AssertionError("13 brings bad luck");
        }
        return meter.value() == 0 ? null : "m" + meter.value();
    }
}
