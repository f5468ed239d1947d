package dev.annals.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.extension.ExtensionName;
import dev.annals.reaction.Commands;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.streams.TopicSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For which times commands are asked for. */
class TickProcessorTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final Schedule FIRST_OF_MONTH = Schedule.cron("0 8 1 * *", "UTC");
    private static final Schedule SECOND_OF_MONTH = Schedule.cron("0 8 2 * *", "UTC");

    @TempDir
    Path directory;

    private Schedule schedule = FIRST_OF_MONTH;
    private final List<Instant> ticks = new ArrayList<>();
    private TopologyTestDriver driver;

    @BeforeEach
    void begin() {
        Properties config = new Properties();
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology(), config, START);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void ofWhatWentByTheLastIsMadeUpFor() {
        driver.advanceWallClockTime(Duration.ofDays(90));

        assertThat(ticks).containsExactly(Instant.parse("2027-01-01T08:00:00Z"));
    }

    @Test
    void anotherScheduleBeginsAnew() {
        schedule = SECOND_OF_MONTH;
        driver.advanceWallClockTime(Duration.ofDays(20));
        assertThat(ticks).isEmpty();

        driver.advanceWallClockTime(Duration.ofDays(12));
        assertThat(ticks).containsExactly(Instant.parse("2026-12-02T08:00:00Z"));
    }

    @Test
    void aClockThatWasAheadIsNotWaitedFor() {
        driver.<String, Long>getKeyValueStore(ScheduleNodes.STORE)
                .put("last", START.plus(Duration.ofDays(400)).toEpochMilli());
        driver.advanceWallClockTime(Duration.ofDays(1));
        assertThat(ticks).isEmpty();

        driver.advanceWallClockTime(Duration.ofDays(30));
        assertThat(ticks).containsExactly(Instant.parse("2026-12-01T08:00:00Z"));
    }

    private Topology topology() {
        ScheduleNodes nodes =
                new ScheduleNodes(new ExtensionName("test", "bills"), new TopicSerdes(new InMemorySchemaRegistry()));
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("test.bills.ticks", nodes.nothing())
                .process(nodes.ticks("ticks", new Current(), this::at), Named.as("ticks"))
                .to("test.bills.dead-letters", nodes.deadLetters());
        return builder.build();
    }

    private Commands<?> at(Instant time) {
        ticks.add(time);
        return Commands.none();
    }

    /** The schedule that there is at present. */
    private final class Current implements Schedule {

        @Override
        public Optional<Instant> lastBetween(Instant after, Instant until) {
            return schedule.lastBetween(after, until);
        }

        @Override
        public Optional<Instant> nextAfter(Instant time) {
            return schedule.nextAfter(time);
        }

        @Override
        public long fingerprint() {
            return schedule.fingerprint();
        }
    }
}
