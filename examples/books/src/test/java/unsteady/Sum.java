package unsteady;

import dev.annals.Projection;
import java.util.concurrent.CountDownLatch;

/** Sums anew: with how many readings there were. It takes in nothing before it is let. */
@Projection(service = "unsteady", name = "sums", version = 2, from = Meter.class)
public record Sum(long sum, int readings) {

    @SuppressWarnings("NonFinalStaticField") // For the one test of it.
    static volatile CountDownLatch gate = new CountDownLatch(0);

    static Sum initial() {
        return new Sum(0, 0);
    }

    Sum on(Meter.MeterRead read) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Sum(sum + read.value(), readings + 1);
    }
}
