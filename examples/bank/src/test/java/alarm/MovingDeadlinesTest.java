package alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import alarm.Happening.AlarmSounded;
import alarm.Request.RingAlarm;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deadlines of which some move to another instance before they are due. */
final class MovingDeadlinesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ALARMS =
            IntStream.range(0, 40).mapToObj(i -> "alarm-" + i).toList();

    @Test
    void eachComesOnce() {
        try (TestInstances instances = TestInstances.of(AlarmService::new, Map.of("instances.wait.ms", "20000"))) {
            HttpTester first = instances.start();
            HttpTester second = instances.start();
            await().atMost(PATIENCE).until(() -> holdsSome(first) && holdsSome(second));
            Instant soon = Instant.now().plusSeconds(8);
            ALARMS.forEach(alarm -> set(second, alarm, soon));

            instances.stop(first);

            AggregateTopics<String, Request, Happening, Alarm> alarms = instances.topics(new AlarmsAggregate());
            awaitRung(alarms, ALARMS);
            // Again, and behind what would be too many.
            ALARMS.forEach(alarm -> set(second, alarm, Instant.now()));
            awaitRung(alarms, Stream.concat(ALARMS.stream(), ALARMS.stream()).toList());
            assertThat(alarms.commands())
                    .filteredOn(command -> command.value() instanceof RingAlarm)
                    .hasSize(2 * ALARMS.size())
                    .extracting(command -> command.headers().get("ce_id"))
                    .doesNotHaveDuplicates();
            assertThat(alarms.deadLetters()).isEmpty();
        }
    }

    private static boolean holdsSome(HttpTester instance) {
        return instance.get("/alarms/all?_local=true").statusCode() == 200
                && instance.get("/instances/alarms").body().split("\"host\"", -1).length == 3;
    }

    private static void set(HttpTester instance, String id, Instant at) {
        assertThat(instance.post(
                                "/alarms/commands",
                                "{\"_type\":\"SetAlarm\",\"id\":\"%s\",\"at\":\"%s\"}".formatted(id, at))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Each as often as it is named. */
    private static void awaitRung(AggregateTopics<String, Request, Happening, Alarm> alarms, List<String> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms.events())
                        .filteredOn(event -> event.value() instanceof AlarmSounded)
                        .extracting(Message::key)
                        .containsExactlyInAnyOrderElementsOf(expected));
    }
}
