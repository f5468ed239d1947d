package clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clock.Tower.TowerStruck;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A schedule of a service that runs, and is started again. */
final class RunningSchedulesTest {

    @Test
    void eachTimeIsStruckOnce() {
        try (TestService service = TestService.start(ClockService::new)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(struck(service)).hasSizeGreaterThan(2));
            service.restart();
            int before = struck(service).size();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(struck(service)).hasSizeGreaterThan(before + 2));

            assertThat(struck(service)).doesNotHaveDuplicates().isSorted();
            assertThat(service.partitions("clock.seconds.ticks")).isEqualTo(1);
        }
    }

    private static List<Instant> struck(TestService service) {
        return service.topics(new TowersAggregate()).events("second").stream()
                .map(Message::value)
                .map(event -> ((TowerStruck) event).time())
                .toList();
    }
}
