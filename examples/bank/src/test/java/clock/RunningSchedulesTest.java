package clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clock.Tower.Command;
import clock.Tower.Event;
import clock.Tower.StrikeTower;
import clock.Tower.TowerStruck;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestInstances;
import dev.annals.testkit.TestService;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A schedule of a service that runs, and is started again. */
final class RunningSchedulesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void eachTimeIsStruckOnce() {
        try (TestService service = TestService.start(ClockService::new)) {
            awaitMore(service.topics(new TowersAggregate()));
            service.restart();
            awaitMore(service.topics(new TowersAggregate()));

            assertThat(struck(service.topics(new TowersAggregate())))
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(service.partitions("clock.seconds.ticks")).isEqualTo(1);
        }
    }

    @Test
    void anotherInstanceGoesOnWhereTheOneThatHadItIsGone() {
        try (TestInstances instances = TestInstances.of(ClockService::new, Map.of())) {
            HttpTester first = instances.start();
            AggregateTopics<String, Command, Event, Tower> towers = instances.topics(new TowersAggregate());
            awaitMore(towers);
            String threadOfFirst = Times.thread;
            HttpTester second = instances.start();
            awaitMore(towers);
            String thread = Times.thread;
            boolean ofFirst = thread.equals(threadOfFirst);

            instances.stop(ofFirst ? first : second);
            await().atMost(PATIENCE).until(() -> !Times.thread.equals(thread));
            awaitMore(towers);
            instances.stop(ofFirst ? second : first);

            List<Message<String, Command>> commands = towers.commands().stream()
                    .filter(command -> command.key().equals("second"))
                    .toList();
            List<Instant> times = commands.stream()
                    .map(command -> ((StrikeTower) command.value()).time())
                    .toList();
            assertThat(times).doesNotHaveDuplicates().isSorted();
            assertThat(commands)
                    .extracting(command -> command.headers().get("ce_id"))
                    .doesNotHaveDuplicates();
            assertThat(times).containsAll(struck(towers));
            assertThat(struck(towers)).doesNotHaveDuplicates().isSorted();
            // It began once, and of each time that is over since then there is a command.
            assertThat(over(instances)).hasSize(times.size() + 1).endsWith(times.toArray(Instant[]::new));
        }
    }

    private static void awaitMore(AggregateTopics<String, Command, Event, Tower> towers) {
        int before = struck(towers).size();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(struck(towers)).hasSizeGreaterThan(before + 2));
    }

    /** When it began, and then each time that it has noted to be over. */
    private static List<Instant> over(TestInstances instances) {
        return instances.read("clock-seconds-ticks-changelog").stream()
                .filter(record -> "last".equals(new String(Objects.requireNonNull(record.key()), UTF_8)))
                .map(record -> Instant.ofEpochMilli(
                        ByteBuffer.wrap(Objects.requireNonNull(record.value())).getLong()))
                .toList();
    }

    private static List<Instant> struck(AggregateTopics<String, Command, Event, Tower> towers) {
        return towers.events("second").stream()
                .map(Message::value)
                .map(event -> ((TowerStruck) event).time())
                .toList();
    }
}
