package clock;

import static org.assertj.core.api.Assertions.assertThat;

import clock.Tower.Command;
import clock.Tower.Event;
import clock.Tower.TowerStruck;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.ServiceTopology;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules, with a clock that the test sets. */
final class SchedulesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final ServiceTopology service = ServiceTopology.of(ClockService::new);
    private final AggregateTopics<String, Command, Event, Tower> towers = service.topics(new TowersAggregate());

    @BeforeEach
    void begin() {
        service.advance(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void commandsComeWhenItIsTime() {
        Instant next = Instant.ofEpochSecond((Instant.now().getEpochSecond() / 900 + 1) * 900);
        assertThat(struck("north")).isEmpty();

        service.advance(QUARTER);

        assertThat(struck("north")).containsExactly(next);
        assertThat(struck("south")).containsExactly(next);
        assertThat(towers.commands())
                .filteredOn(command -> command.key().equals("south"))
                .singleElement()
                .satisfies(command -> assertThat(command.headers())
                        .containsEntry("ce_id", "annals:clock.quarters:" + next + ":2")
                        .containsEntry("ce_source", "/clock/quarters"));
        service.advance(QUARTER);
        assertThat(struck("north")).containsExactly(next, next.plus(QUARTER));
    }

    @Test
    void ofTimesThatWentByTheLastIsMadeUpFor() {
        service.advance(QUARTER.multipliedBy(10));

        assertThat(struck("north")).hasSize(1);
    }

    @Test
    void cronKeepsToTheTimeZone() {
        service.advance(Duration.ofDays(1));

        assertThat(struck("morning"))
                .singleElement()
                .satisfies(time -> assertThat(
                                time.atZone(ZoneId.of("Europe/Berlin")).toLocalTime())
                        .hasToString("08:00"));
    }

    @Test
    void aMethodThatThrowsIsADeadLetterAndTheNextTimeComes() {
        service.advance(Duration.ofDays(1));
        service.advance(Duration.ofDays(1));

        assertThat(service.messages("clock.broken.dead-letters"))
                .hasSize(2)
                .allSatisfy(
                        letter -> assertThat(letter.headers()).containsEntry("__streams.errors.message", "No bell"));
        assertThat(struck("morning")).hasSize(2);
    }

    private List<Instant> struck(String tower) {
        return towers.events(tower).stream()
                .map(Message::value)
                .map(event -> ((TowerStruck) event).time())
                .toList();
    }
}
