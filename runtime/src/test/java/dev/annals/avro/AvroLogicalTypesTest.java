package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logical types, byte for byte as Avro's own conversions write them. */
class AvroLogicalTypesTest {

    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "1",
                "-1",
                "12.34",
                "-0.001",
                "1E+3",
                "-7E+1000",
                "5E-1000",
                "123456789012345678901234567890.5"
            })
    void bigDecimals(String text) {
        BigDecimal value = new BigDecimal(text);
        byte[] bytes = ours(out -> out.writeBigDecimal(value));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeBytes(new Conversions.BigDecimalConversion()
                        .toBytes(value, Schema.create(Schema.Type.BYTES), LogicalTypes.bigDecimal()))));
        assertThat(read(bytes).readBigDecimal()).isEqualTo(value);
    }

    @Test
    void bigDecimalsOfManyDigits() {
        BigDecimal value = new BigDecimal(BigInteger.TWO.pow(10_000), 7);

        assertThat(read(ours(out -> out.writeBigDecimal(value))).readBigDecimal())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-1001", "1E+1001", "1E+2147483647", "1E-2147483647"})
    void bigDecimalsThatWouldFillTheMemoryInASumAreNotWritten(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeBigDecimal(new BigDecimal(text)))
                .withMessageContaining("scale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.000001Z",
                "1582-10-15T12:00:00.123456Z",
                "2025-02-28T23:59:59.999999Z",
                "2300-01-01T00:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z",
                "-290000-01-01T00:00:00.000001Z",
                "+294000-01-01T00:00:00.000001Z"
            })
    void instants(String text) {
        Instant value = Instant.parse(text);
        byte[] bytes = ours(out -> out.writeInstant(value));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeLong(new TimeConversions.TimestampMicrosConversion()
                        .toLong(value, LONG, LogicalTypes.timestampMicros()))));
        assertThat(read(bytes).readInstant()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE})
    void everyNumberOfMicrosecondsIsAnInstantThatCanBeWritten(long micros) {
        byte[] bytes = ours(out -> out.writeLong(micros));
        Instant instant = read(bytes).readInstant();
        LocalDateTime local = read(bytes).readLocalDateTime();

        assertThat(ours(out -> out.writeInstant(instant))).isEqualTo(bytes);
        assertThat(ours(out -> out.writeLocalDateTime(local))).isEqualTo(bytes);
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        byte[] after = ours(out -> out.writeInstant(Instant.parse("2025-01-01T00:00:00.000001999Z")));
        byte[] before = ours(out -> out.writeInstant(Instant.parse("1969-12-31T23:59:59.999999999Z")));
        byte[] ofDay = ours(out -> out.writeLocalTime(LocalTime.MAX));

        assertThat(read(after).readInstant()).isEqualTo("2025-01-01T00:00:00.000001Z");
        assertThat(read(before).readInstant()).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(read(ofDay).readLocalTime()).isEqualTo("23:59:59.999999");
    }

    @Test
    void timesBeyondTheRangeOfTheirEncodingAreNotWritten() {
        AvroWriter out = new AvroWriter();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> out.writeInstant(Instant.MAX))
                .withMessageContaining(Instant.MAX.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> out.writeInstant(Instant.MIN));
        assertThatIllegalArgumentException().isThrownBy(() -> out.writeLocalDateTime(LocalDateTime.MAX));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> out.writeLocalDate(LocalDate.MAX))
                .withMessageContaining(LocalDate.MAX.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "1969-12-31", "0000-01-01", "-5877641-06-23", "+5881580-07-11"})
    void dates(String text) {
        LocalDate value = LocalDate.parse(text);
        byte[] bytes = ours(out -> out.writeLocalDate(value));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeInt(new TimeConversions.DateConversion()
                        .toInt(value, Schema.create(Schema.Type.INT), LogicalTypes.date()))));
        assertThat(read(bytes).readLocalDate()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "23:59:59.999999", "12:30:00.000001"})
    void timesOfDay(String text) {
        LocalTime value = LocalTime.parse(text);
        byte[] bytes = ours(out -> out.writeLocalTime(value));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeLong(
                        new TimeConversions.TimeMicrosConversion().toLong(value, LONG, LogicalTypes.timeMicros()))));
        assertThat(read(bytes).readLocalTime()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00", "1900-01-01T00:00:00.000001", "2500-12-31T23:59:59.999999"})
    void localDateTimes(String text) {
        LocalDateTime value = LocalDateTime.parse(text);
        byte[] bytes = ours(out -> out.writeLocalDateTime(value));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeLong(new TimeConversions.LocalTimestampMicrosConversion()
                        .toLong(value, LONG, LogicalTypes.localTimestampMicros()))));
        assertThat(read(bytes).readLocalDateTime()).isEqualTo(value);
    }

    @Test
    void uuids() {
        UUID value = UUID.fromString("6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5");
        byte[] bytes = ours(out -> out.writeUuid(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeString(value.toString())));
        assertThat(read(bytes).readUuid()).isEqualTo(value);
    }
}
