package alarm;

import static org.assertj.core.api.Assertions.assertThat;

import alarm.Happening.AlarmSounded;
import alarm.Request.CancelAlarm;
import alarm.Request.RingAlarm;
import alarm.Request.SetAlarm;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.ServiceTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines, with a clock that the test sets. */
final class DeadlinesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ServiceTopology service = ServiceTopology.of(AlarmService::new);
    private final AggregateTopics<String, Request, Happening, Alarm> alarms = service.topics(new AlarmsAggregate());
    private final Instant soon = Instant.now().plus(HOUR);

    @AfterEach
    void close() {
        Alarm.shift = Duration.ZERO;
        Alarm.failing = false;
        service.close();
    }

    @Test
    void comeWhenItIsTimeAndOnce() {
        alarms.send(new SetAlarm("a", soon));
        service.advance(HOUR.minusMinutes(1));
        assertThat(rung("a")).isZero();

        service.advance(Duration.ofMinutes(2));
        assertThat(rung("a")).isOne();

        service.advance(Duration.ofDays(365));
        assertThat(rung("a")).isOne();
    }

    @Test
    void areReplacedAndCancelled() {
        alarms.send(new SetAlarm("later", soon));
        alarms.send(new SetAlarm("later", soon.plus(HOUR)));
        alarms.send(new SetAlarm("never", soon));
        alarms.send(new CancelAlarm("never"));

        service.advance(HOUR.plusMinutes(1));
        assertThat(alarms.commands()).isEmpty();

        service.advance(HOUR);
        assertThat(rung("later")).isOne();
        assertThat(rung("never")).isZero();
    }

    @Test
    void areKeptWhileTheStateSaysTheSame() {
        alarms.send(new SetAlarm("a", soon), Map.of("ce_id", "first"));
        alarms.send(new SetAlarm("a", soon), Map.of("ce_id", "second"));
        service.advance(HOUR.plusMinutes(1));

        Message<String, Request> ring = alarms.commands().get(0);
        assertThat(ring.value()).isEqualTo(new RingAlarm("a"));
        assertThat(ring.headers())
                .containsEntry("ce_id", "annals:alarm.alarms:a@2:ringing")
                .containsEntry("ce_causationid", "first")
                .containsEntry("annals.deadline", soon.toEpochMilli() + " ringing");
        assertThat(rung("a")).isOne();
    }

    @Test
    void codeThatSaysAnotherTimeIsFollowedWhenTheFormerOneComes() {
        service.advance(Duration.ofSeconds(1));
        alarms.send(new SetAlarm("earlier", soon));
        Alarm.shift = HOUR.dividedBy(-2);
        service.advance(HOUR.minusMinutes(1));
        assertThat(rung("earlier")).isZero();
        service.advance(Duration.ofMinutes(2));
        service.advance(Duration.ofSeconds(1));
        assertThat(rung("earlier")).isOne();

        Alarm.shift = Duration.ZERO;
        alarms.send(new SetAlarm("later", soon.plus(HOUR)));
        Alarm.shift = HOUR;
        service.advance(HOUR);
        assertThat(rung("later")).isZero();
        service.advance(HOUR);
        assertThat(rung("later")).isOne();
    }

    @Test
    void inThePastAreDueAtOnce() {
        for (Instant past : List.of(
                soon.minus(HOUR.multipliedBy(2)), Instant.EPOCH.minus(HOUR), Instant.parse("-2000-01-01T00:00:00Z"))) {
            alarms.send(new SetAlarm("a" + past, past));
        }
        service.advance(Duration.ofSeconds(1));

        assertThat(alarms.events())
                .filteredOn(event -> event.value() instanceof AlarmSounded)
                .hasSize(3);
    }

    @Test
    void aCommandThatIsTooLateFindsNoDeadlineAndDoesNothing() {
        alarms.send(new SetAlarm("a", soon));
        alarms.send(new RingAlarm("a"), Map.of("annals.deadline", soon.toEpochMilli() + " other"));
        alarms.send(
                new RingAlarm("a"),
                Map.of("annals.deadline", soon.minusMillis(1).toEpochMilli() + " ringing"));
        assertThat(rung("a")).isZero();

        alarms.send(new RingAlarm("a"), Map.of("annals.deadline", soon.toEpochMilli() + " ringing"));
        assertThat(rung("a")).isOne();
        assertThat(alarms.deadLetters()).isEmpty();
    }

    @Test
    void ofAnotherEntityAreDeadLetters() {
        alarms.send(new SetAlarm("broken", Alarm.BROKEN));
        alarms.send(new SetAlarm("good", soon));
        service.advance(HOUR.plusMinutes(1));

        assertThat(rung("good")).isOne();
        List<RawMessage> letters = alarms.deadLetters();
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry(
                                "__streams.errors.message",
                                "The command of a deadline is for its own entity, broken, and this one is for another")
                        .containsEntry("annals.deadline", Alarm.BROKEN.toEpochMilli() + " ringing"));
    }

    @Test
    void whatFailedIsDueAgainWhenItIsSetAgain() {
        alarms.send(new SetAlarm("a", soon));
        service.advance(HOUR.minusMinutes(1));
        Alarm.failing = true;
        service.advance(Duration.ofMinutes(2));
        service.advance(Duration.ofMinutes(2));
        assertThat(alarms.deadLetters()).hasSize(1);

        Alarm.failing = false;
        alarms.send(new CancelAlarm("a"));
        alarms.send(new SetAlarm("a", soon));
        service.advance(Duration.ofSeconds(1));
        assertThat(rung("a")).isOne();
    }

    private int rung(String id) {
        Alarm alarm = service.state(new AlarmsAggregate(), id).snapshot();
        return alarm == null ? 0 : alarm.rung();
    }
}
