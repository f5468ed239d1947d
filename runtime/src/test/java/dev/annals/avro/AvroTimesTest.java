package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, and times that know where they are from. */
class AvroTimesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1_500_000_000, Long.MIN_VALUE, Long.MAX_VALUE})
    void durationsAreNanoseconds(long nanos) {
        byte[] bytes = ours(out -> out.writeDuration(Duration.ofNanos(nanos)));

        assertThat(bytes).isEqualTo(avros(out -> out.writeLong(nanos)));
        assertThat(read(bytes).readDuration()).isEqualTo(Duration.ofNanos(nanos));
    }

    @Test
    void durationsBeyond64BitsAreNotWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeDuration(Duration.ofDays(200_000)))
                .withMessage("Too long for nanoseconds in 64 bits: PT4800000H");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00.000001+01:00",
                "1969-12-31T23:59:59.999999Z",
                "2026-01-01T00:00-18:00",
                "2026-01-01T00:00+00:00:01"
            })
    void offsetDateTimes(String text) {
        OffsetDateTime value = OffsetDateTime.parse(text);
        byte[] bytes = ours(out -> out.writeOffsetDateTime(value));

        assertThat(bytes).isEqualTo(ours(out -> {
            out.writeInstant(value.toInstant());
            out.writeInt(value.getOffset().getTotalSeconds());
        }));
        assertThat(read(bytes).readOffsetDateTime()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00.000001+01:00[Europe/Berlin]",
                "2026-10-25T02:30+02:00[Europe/Berlin]",
                "2026-10-25T02:30+01:00[Europe/Berlin]",
                "2026-01-01T00:00Z[UTC]",
                "2026-01-01T00:00-05:00"
            })
    void zonedDateTimes(String text) {
        ZonedDateTime value = ZonedDateTime.parse(text);
        byte[] bytes = ours(out -> out.writeZonedDateTime(value));

        assertThat(bytes).isEqualTo(ours(out -> {
            out.writeInstant(value.toInstant());
            out.writeString(value.getZone().getId());
        }));
        assertThat(read(bytes).readZonedDateTime()).isEqualTo(value);
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        byte[] bytes = ours(
                out -> out.writeZonedDateTime(ZonedDateTime.parse("2026-01-01T00:00:00.000001999Z[Europe/Berlin]")));

        assertThat(read(bytes).readZonedDateTime()).isEqualTo("2026-01-01T00:00:00.000001Z[Europe/Berlin]");
    }

    @ParameterizedTest
    @ValueSource(ints = {64_801, -64_801, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void offsetThatIsNoneIsMalformed(int seconds) {
        byte[] bytes = ours(out -> {
            out.writeLong(0);
            out.writeInt(seconds);
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readOffsetDateTime())
                .withMessage("Not the seconds of an offset from UTC: " + seconds);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Atlantis", "''", "+25:00", "Not a zone", "😀"})
    void unknownZoneIsMalformed(String zone) {
        byte[] bytes = ours(out -> {
            out.writeLong(0);
            out.writeString(zone);
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readZonedDateTime())
                .withMessage("Not the id of a time zone that is known here: " + zone);
    }

    @Test
    void longZoneIsCutInTheMessage() {
        byte[] bytes = ours(out -> {
            out.writeLong(0);
            out.writeString("x".repeat(1_000_000));
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readZonedDateTime())
                .withMessageEndingWith(": " + "x".repeat(100));
    }
}
