package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.AvroReader.ValueReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, reading them ends in a value or in a {@link MalformedDataException}. */
class HostileBytesTest {

    static final List<ValueReader<?>> ALL_TYPES = List.of(
            AvroReader::readBoolean,
            AvroReader::readInt,
            AvroReader::readLong,
            AvroReader::readShort,
            AvroReader::readByteFromInt,
            AvroReader::readFloat,
            AvroReader::readDouble,
            AvroReader::readBytes,
            AvroReader::readString,
            in -> in.readEnum(DayOfWeek.values()),
            AvroReader::readUuid,
            AvroReader::readBigDecimal,
            AvroReader::readInstant,
            AvroReader::readLocalDate,
            AvroReader::readLocalTime,
            AvroReader::readLocalDateTime,
            in -> in.readOptional(AvroReader::readString),
            in -> in.readList(AvroReader::readLong),
            in -> in.readList(none -> "takes no bytes"),
            in -> in.readSet(AvroReader::readString),
            in -> in.readMap(AvroReader::readBigDecimal),
            in -> in.readNested(Tree::read));

    static final List<ValueReader<?>> WITH_A_LENGTH = List.of(
            AvroReader::readBytes,
            AvroReader::readString,
            AvroReader::readUuid,
            AvroReader::readBigDecimal,
            in -> in.readList(AvroReader::readLong),
            in -> in.readSet(AvroReader::readString),
            in -> in.readMap(AvroReader::readLong));

    private record Tree(List<Tree> children) {
        static Tree read(AvroReader in) {
            return new Tree(in.readList(in0 -> in0.readNested(Tree::read)));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL_TYPES")
    void nothingAtAll(ValueReader<?> reader) {
        assertMalformed(reader, new byte[0]);
    }

    @ParameterizedTest
    @FieldSource("ALL_TYPES")
    void randomBytes(ValueReader<?> reader) {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertValueOrMalformed(reader, bytes);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL_TYPES")
    void variableLengthNumberWithoutEnd(ValueReader<?> reader) {
        byte[] bytes = new byte[1_000];
        Arrays.fill(bytes, (byte) 0xFF);

        assertValueOrMalformed(reader, bytes);
    }

    @ParameterizedTest
    @FieldSource("WITH_A_LENGTH")
    void lengthsThatTheBytesCannotHold(ValueReader<?> reader) {
        long[] lengths = {3, 100, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MAX_VALUE, -100, Long.MIN_VALUE};
        for (long length : lengths) {
            assertMalformed(reader, avros(out -> {
                out.writeLong(length);
                out.writeFixed(new byte[] {1, 2});
            }));
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_A_LENGTH")
    void negativeCountsWithAnySizeOfTheBlock(ValueReader<?> reader) {
        for (long count : new long[] {-1_000, Integer.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
            for (long size : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertMalformed(reader, avros(out -> {
                    out.writeLong(count);
                    out.writeLong(size);
                    out.writeFixed(new byte[] {1, 2});
                }));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000, Integer.MAX_VALUE, Long.MAX_VALUE})
    void manyItemsThatTakeNoBytes(long count) {
        byte[] bytes = avros(out -> {
            out.writeLong(count);
            out.writeLong(0);
        });

        assertMalformed(in -> in.readList(none -> "takes no bytes"), bytes);
        assertMalformed(in -> in.readSet(none -> "takes no bytes"), bytes);
    }

    @Test
    void manyListsOfManyItemsThatTakeNoBytes() {
        byte[] bytes = avros(out -> {
            out.writeLong(1_000);
            for (int i = 0; i < 1_000; i++) {
                out.writeLong(1_000);
                out.writeLong(0);
            }
            out.writeLong(0);
        });

        assertMalformed(in -> in.readList(in1 -> in1.readList(none -> "takes no bytes")), bytes);
    }

    @Test
    void nestingThatWouldOverflowTheStack() {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) 2);

        assertMalformed(in -> in.readNested(Tree::read), bytes);
    }

    @Test
    void nestingOfAReasonableDepthIsRead() {
        byte[] bytes = new byte[2 * 199 + 1];
        Arrays.fill(bytes, 0, 199, (byte) 2);

        assertThat(read(bytes).readNested(Tree::read).children()).hasSize(1);
    }

    @Test
    void siblingsAreNotNesting() {
        byte[] bytes = avros(out -> {
            out.writeLong(1_000);
            out.writeFixed(new byte[1_001]);
        });

        assertThat(read(bytes).readNested(Tree::read).children()).hasSize(1_000);
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC3},
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                "größe".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void stringsThatAreNotUtf8(byte[] text) {
        byte[] bytes = avros(out -> out.writeBytes(text));

        assertMalformed(AvroReader::readString, bytes);
        assertMalformed(AvroReader::readUuid, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0eg",
                "-----",
                "6f1c3a528f3e4a539d5a0c6f7ad1b0e5"
            })
    void textsThatAreNoUuid(String text) {
        assertMalformed(AvroReader::readUuid, avros(out -> out.writeString(text)));
    }

    @Test
    void messageShowsTheBeginningOfALongText() {
        byte[] bytes = avros(out -> out.writeString("x".repeat(1_000_000)));

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readUuid())
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void numbersBeyondTheirType() {
        assertMalformed(AvroReader::readInt, avros(out -> out.writeLong(1L << 31)));
        assertMalformed(AvroReader::readShort, avros(out -> out.writeLong(1L << 15)));
        assertMalformed(AvroReader::readByteFromInt, avros(out -> out.writeLong(-129)));
        assertMalformed(AvroReader::readLocalDate, avros(out -> out.writeLong(Long.MAX_VALUE)));
        assertMalformed(AvroReader::readLocalTime, avros(out -> out.writeLong(86_400_000_000L)));
        assertMalformed(AvroReader::readLocalTime, avros(out -> out.writeLong(-1)));
        assertMalformed(AvroReader::readLocalTime, avros(out -> out.writeLong(Long.MIN_VALUE)));
        assertMalformed(in -> in.readEnum(DayOfWeek.values()), avros(out -> out.writeInt(7)));
        assertMalformed(in -> in.readEnum(DayOfWeek.values()), avros(out -> out.writeInt(-1)));
        assertMalformed(in -> in.readOptional(AvroReader::readInt), avros(out -> out.writeIndex(2)));
        assertMalformed(AvroReader::readBoolean, new byte[] {2});
    }

    @Test
    void variableLengthNumberOfMoreThan64Bits() {
        byte[] bytes = new byte[10];
        Arrays.fill(bytes, 0, 9, (byte) 0x80);
        bytes[9] = 2;

        assertMalformed(AvroReader::readLong, bytes);
    }

    @Test
    void bigDecimalWhosePartsDoNotFillItsLength() {
        byte[] longer = {8, 2, 1, 0, 0};
        byte[] shorter = {4, 4, 1, 1, 0};
        byte[] withoutDigits = {4, 0, 0};

        assertMalformed(AvroReader::readBigDecimal, longer);
        assertMalformed(AvroReader::readBigDecimal, shorter);
        assertMalformed(AvroReader::readBigDecimal, withoutDigits);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, -1_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void bigDecimalThatWouldFillTheMemoryInASum(int scale) {
        byte[] decimal = avros(out -> {
            out.writeBytes(new byte[] {1});
            out.writeInt(scale);
        });

        assertMalformed(AvroReader::readBigDecimal, avros(out -> out.writeBytes(decimal)));
    }

    @Test
    void messageSaysWhatWasFoundAndWhere() {
        byte[] bytes = ours(out -> {
            out.writeInt(7);
            out.writeLong(1_000);
        });
        AvroReader in = read(bytes);
        assertThat(in.readInt()).isEqualTo(7);

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(in::readString)
                .withMessage("At byte 3 of 3: a length of 1000 where 0 bytes remain");
    }

    private static void assertMalformed(ValueReader<?> reader, byte[] bytes) {
        assertThatExceptionOfType(MalformedDataException.class)
                .as("%s", Arrays.toString(bytes.length > 100 ? Arrays.copyOf(bytes, 100) : bytes))
                .isThrownBy(() -> reader.read(read(bytes)))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    private static void assertValueOrMalformed(ValueReader<?> reader, byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        assertThat((Object) reader.read(read(bytes))).isNotNull();
                    } catch (MalformedDataException e) {
                        assertThat(e.getMessage()).isNotBlank();
                    }
                })
                .as("%s", Arrays.toString(bytes))
                .doesNotThrowAnyException();
    }
}
