package dev.annals.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which times a schedule has. */
class ScheduleTest {

    private static final Schedule QUARTERS = Schedule.every(Duration.ofMinutes(15));
    private static final Schedule HALF_PAST_TWO = Schedule.cron("30 2 * * *", "Europe/Berlin");

    @Test
    void intervalsAreMultiplesSince1970() {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(QUARTERS.nextAfter(noon)).contains(Instant.parse("2026-11-28T12:15:00Z"));
        assertThat(QUARTERS.lastBetween(noon, noon)).isEmpty();
        assertThat(QUARTERS.lastBetween(noon.minusMillis(1), noon)).contains(noon);
        assertThat(QUARTERS.lastBetween(noon, noon.plusSeconds(3_000))).contains(Instant.parse("2026-11-28T12:45:00Z"));
    }

    @Test
    void cronTimesAreNoEarlierThanTheyAre() {
        Instant time = Instant.parse("2026-06-01T00:30:00Z");
        assertThat(HALF_PAST_TWO.lastBetween(time.minusSeconds(100), time.minusMillis(1)))
                .isEmpty();
        assertThat(HALF_PAST_TWO.lastBetween(time.minusSeconds(100), time)).contains(time);
        assertThat(HALF_PAST_TWO.lastBetween(time, time.plusSeconds(10 * 86_400)))
                .contains(Instant.parse("2026-06-11T00:30:00Z"));
    }

    /** On 25 October 2026 at three o'clock it is two o'clock again. */
    @Test
    void anHourThatComesTwiceHasItsTimesOnce() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(HALF_PAST_TWO.lastBetween(first.minusSeconds(1), first)).contains(first);
        assertThat(HALF_PAST_TWO.lastBetween(first, first.plusSeconds(3_600))).isEmpty();
        assertThat(HALF_PAST_TWO.nextAfter(first)).contains(Instant.parse("2026-10-26T01:30:00Z"));

        Schedule twice = Schedule.cron("0,30 2 * * *", "Europe/Berlin");
        assertThat(twice.nextAfter(first)).contains(Instant.parse("2026-10-26T01:00:00Z"));
        assertThat(twice.nextAfter(first.minusSeconds(1))).contains(first);
    }

    @Test
    void whatRecursAllDayLongDoesSoInTheHourThatComesTwice() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Schedule hourly = Schedule.cron("30 * * * *", "Europe/Berlin");
        assertThat(hourly.nextAfter(first)).contains(first.plusSeconds(3_600));
    }

    @Test
    void othersAreTold() {
        assertThat(Schedule.cron("30 2 * * *", "Europe/Berlin").fingerprint()).isEqualTo(HALF_PAST_TWO.fingerprint());
        assertThat(Schedule.cron("30 2 * * *", "Europe/Paris").fingerprint()).isNotEqualTo(HALF_PAST_TWO.fingerprint());
        assertThat(Schedule.cron("30 3 * * *", "Europe/Berlin").fingerprint())
                .isNotEqualTo(HALF_PAST_TWO.fingerprint());
        assertThat(Schedule.every(Duration.ofMinutes(14)).fingerprint()).isNotEqualTo(QUARTERS.fingerprint());
    }
}
