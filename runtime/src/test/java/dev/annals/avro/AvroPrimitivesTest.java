package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Avro's primitive types, byte for byte as Avro's own library writes them. */
class AvroPrimitivesTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booleans(boolean value) {
        byte[] bytes = ours(out -> out.writeBoolean(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeBoolean(value)));
        assertThat(read(bytes).readBoolean()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void ints(int value) {
        byte[] bytes = ours(out -> out.writeInt(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeInt(value)));
        assertThat(read(bytes).readInt()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 63, 64, -64, -65, 1L << 31, 1L << 55, 1L << 62, -1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
            })
    void longs(long value) {
        byte[] bytes = ours(out -> out.writeLong(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeLong(value)));
        assertThat(read(bytes).readLong()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(shorts = {0, Short.MAX_VALUE, Short.MIN_VALUE})
    void shortsAreInts(short value) {
        assertThat(read(ours(out -> out.writeInt(value))).readShort()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, Byte.MAX_VALUE, Byte.MIN_VALUE})
    void bytesAloneAreInts(byte value) {
        assertThat(read(ours(out -> out.writeInt(value))).readByteFromInt()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, 1.5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY})
    void floats(float value) {
        byte[] bytes = ours(out -> out.writeFloat(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeFloat(value)));
        assertThat(read(bytes).readFloat()).isEqualTo(Float.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0d, -0d, 1.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void doubles(double value) {
        byte[] bytes = ours(out -> out.writeDouble(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeDouble(value)));
        assertThat(read(bytes).readDouble()).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 100_000})
    void byteArrays(int length) {
        byte[] value = new byte[length];
        Arrays.fill(value, (byte) 0xC3);
        byte[] bytes = ours(out -> out.writeBytes(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeBytes(value)));
        assertThat(read(bytes).readBytes()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "größe", "€", "𝄞", "\u0000", "\uFFFF", "a\uD83D\uDE00b"})
    void strings(String value) {
        byte[] bytes = ours(out -> out.writeString(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeString(value)));
        assertThat(read(bytes).readString()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83D", "\uD83Db"})
    void halfOfASurrogatePairIsNoText(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeString(value))
                .withMessageContaining("surrogate");
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void enumsAreTheirPlaces(DayOfWeek value) {
        byte[] bytes = ours(out -> out.writeEnum(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeEnum(value.getValue() - 1)));
        assertThat(read(bytes).readEnum(DayOfWeek.values())).isEqualTo(value);
    }
}
