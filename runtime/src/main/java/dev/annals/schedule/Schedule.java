package dev.annals.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Times, one after another. Safe for use by several threads. */
public interface Schedule {

    /** The last of them up to a time, itself among them; empty where there is none. */
    Optional<Instant> lastUntil(Instant time);

    /** The first of them after a time; empty where there is none. */
    Optional<Instant> nextAfter(Instant time);

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
        public Optional<Instant> lastUntil(Instant time) {
            return Optional.of(Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis));
        }

        @Override
        public Optional<Instant> nextAfter(Instant time) {
            return Optional.of(Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), millis) + 1) * millis));
        }
    }

    /** Times by a cron expression. */
    record Cron(ExecutionTime times, ZoneId zone) implements Schedule {

        @Override
        public Optional<Instant> lastUntil(Instant time) {
            // What it finds is before, and never the time itself.
            return before(time.plusSeconds(1))
                    .flatMap(found -> found.isAfter(time) ? before(found) : Optional.of(found));
        }

        private Optional<Instant> before(Instant time) {
            return times.lastExecution(time.atZone(zone)).map(ZonedDateTime::toInstant);
        }

        @Override
        public Optional<Instant> nextAfter(Instant time) {
            return times.nextExecution(time.atZone(zone)).map(ZonedDateTime::toInstant);
        }
    }
}
