package unsteady;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.ServiceTopology;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The total without a broker. */
final class TotalTest {

    @Test
    void whatItFailsOnIsSetAside() {
        try (ServiceTopology service = ServiceTopology.of(UnsteadyService::new)) {
            for (int value : new int[] {1, Total.UNLUCKY, 2}) {
                service.topics(new MetersAggregate()).send(new Meter.ReadMeter("m", value));
            }

            assertThat(service.record(new TotalsProjection(), "m")).isEqualTo(Optional.of(new Total(3)));
            assertThat(service.deadLetters(new TotalsProjection())).hasSize(1);
        }
    }
}
