package watch;

import dev.annals.Projection;
import org.jspecify.annotations.Nullable;
import unsteady.Meter;

/** The largest value that was ever read of a meter. */
@Projection(service = "watch", name = "maxima", from = Meter.class)
public record Maximum(int value) {

    static Maximum on(@Nullable Maximum before, Meter.MeterRead read) {
        return before == null || before.value() < read.value() ? new Maximum(read.value()) : before;
    }
}
