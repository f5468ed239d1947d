package dev.annals.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/** Times, one after another. Safe for use by several threads. */
public interface Schedule {

    /** The last of them after one time and up to another, itself among them; empty where there is none. */
    Optional<Instant> lastBetween(Instant after, Instant until);

    /** The first of them after a time; empty where there is none. */
    Optional<Instant> nextAfter(Instant time);

    /** Is another one where the times are others. */
    long fingerprint();

    /** The multiples of an interval since 1970. */
    static Schedule every(Duration interval) {
        return new Interval(interval.toMillis());
    }

    /**
     * Times by a cron expression of five fields, as Unix has them.
     *
     * @param zone such as {@code Europe/Berlin}
     * @throws IllegalArgumentException when it is none
     */
    static Schedule cron(String expression, String zone) {
        return new Cron(
                expression,
                ExecutionTime.forCron(
                        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression)),
                ZoneId.of(zone));
    }

    /** The multiples of an interval. */
    record Interval(long millis) implements Schedule {

        public Interval {
            if (millis < 1) {
                throw new IllegalArgumentException("An interval is a millisecond at the least");
            }
        }

        @Override
        public long fingerprint() {
            return millis;
        }

        @Override
        public Optional<Instant> lastBetween(Instant after, Instant until) {
            return Optional.of(Instant.ofEpochMilli(Math.floorDiv(until.toEpochMilli(), millis) * millis))
                    .filter(time -> time.isAfter(after));
        }

        @Override
        public Optional<Instant> nextAfter(Instant time) {
            return Optional.of(Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), millis) + 1) * millis));
        }
    }

    /** Times by a cron expression. */
    record Cron(String expression, ExecutionTime times, ZoneId zone) implements Schedule {

        private static final int MOST_STEPS = 100_000;

        @Override
        public long fingerprint() {
            String text = expression + " " + zone;
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        }

        /** Forwards, one after another: backwards, an hour that comes twice when clocks are set back would count twice. */
        @Override
        public Optional<Instant> lastBetween(Instant after, Instant until) {
            Optional<Instant> last = Optional.empty();
            Optional<Instant> next = nextAfter(after);
            for (int i = 0;
                    i < MOST_STEPS && next.filter(time -> !time.isAfter(until)).isPresent();
                    i++) {
                last = next;
                next = nextAfter(next.get());
            }
            return next.filter(time -> !time.isAfter(until)).isPresent() ? before(until) : last;
        }

        /** After so long it is no matter of an hour. */
        private Optional<Instant> before(Instant time) {
            return times.lastExecution(time.atZone(zone)).map(ZonedDateTime::toInstant);
        }

        @Override
        public Optional<Instant> nextAfter(Instant time) {
            Optional<ZonedDateTime> next = times.nextExecution(time.atZone(zone));
            while (next.filter(this::isRepetition).isPresent()) {
                next = times.nextExecution(next.get());
            }
            return next.map(ZonedDateTime::toInstant);
        }

        /** A time of day that comes twice, because clocks are set back, is meant once; not so of what recurs all day long. */
        private boolean isRepetition(ZonedDateTime time) {
            String[] fields = expression.trim().split("\\s+", -1);
            boolean isTimeOfDay = !fields[0].startsWith("*") && !fields[1].startsWith("*");
            return isTimeOfDay && !time.withEarlierOffsetAtOverlap().toInstant().equals(time.toInstant());
        }
    }
}
