package alarm;

import static org.assertj.core.api.Assertions.assertThat;

import alarm.Happening.AlarmSounded;
import alarm.Request.RingAlarm;
import alarm.Request.SetAlarm;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.ServiceTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of reactions that do not end, or fail. */
final class ReactionsTest {

    private final ServiceTopology service = ServiceTopology.of(AlarmService::new);
    private final AggregateTopics<String, Request, Happening, Alarm> alarms = service.topics(new AlarmsAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void loopsAreCutOff() {
        alarms.send(new RingAlarm(Snooze.ENDLESS));
        alarms.send(new RingAlarm("other"));

        assertThat(alarms.events(Snooze.ENDLESS)).hasSize(33);
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers().get("__streams.errors.message"))
                        .startsWith("Event and command have led to each other 32 times since")
                        .endsWith("raise reactions.max.hops (REACTIONS_MAX_HOPS)"));
        assertThat(alarms.events("other")).hasSize(1);
    }

    @Test
    void loopsByDeadlinesThatAreDueAtOnceAreCutOff() {
        alarms.send(new RingAlarm(Snooze.RESTLESS));
        IntStream.range(0, 100).forEach(i -> service.advance(Duration.ofSeconds(1)));

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .hasEntrySatisfying(
                                "__streams.errors.message",
                                message -> assertThat(message)
                                        .startsWith("Event and command have led to each other 32 times")));
    }

    @Test
    void whatRecursInTimeHasNoEnd() {
        alarms.send(new RingAlarm(Snooze.HOURLY));
        IntStream.range(0, 100).forEach(i -> service.advance(Duration.ofHours(1).plusSeconds(1)));

        assertThat(letters()).isEmpty();
        assertThat(alarms.events(Snooze.HOURLY))
                .filteredOn(event -> event.value() instanceof AlarmSounded)
                .hasSize(101);
    }

    @Test
    void aReactionThatFailsSetsTheEventAside() {
        Instant time = Instant.parse("2100-01-01T00:00:00Z");
        alarms.send(new SetAlarm(Snooze.FAILING, time));
        alarms.send(new SetAlarm(Snooze.TWICE, time));

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry("__streams.errors.message", "No snoozing at " + time)
                        .containsEntry("ce_type", "alarm.Happening.AlarmSet"));
        assertThat(alarms.events(Snooze.TWICE)).hasSize(3);
    }

    @Test
    void severalCommandsOfOneEventAreToldApart() {
        alarms.send(new SetAlarm(Snooze.TWICE, Instant.parse("2100-01-01T00:00:00Z")));

        assertThat(alarms.commands())
                .extracting(Message::headers)
                .extracting(headers -> headers.get("ce_id"))
                .containsExactly(
                        "annals:alarm.snooze:alarm.alarms.events:twice@1:1",
                        "annals:alarm.snooze:alarm.alarms.events:twice@1:2");
        assertThat(alarms.events(Snooze.TWICE)).hasSize(3);
    }

    private List<RawMessage> letters() {
        return service.messages("alarm.snooze.dead-letters");
    }
}
