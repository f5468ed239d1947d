package dev.annals.avro;

import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers around each power of two and of ten, against {@code BigInteger}'s own bytes. */
class TwosComplementTest {

    static Stream<BigInteger> numbers() {
        Stream<BigInteger> two = IntStream.range(0, 80).mapToObj(BigInteger.ONE::shiftLeft);
        Stream<BigInteger> ten = IntStream.range(0, 24).mapToObj(BigInteger.TEN::pow);
        return Stream.concat(two, ten)
                .flatMap(number -> LongStream.of(-1, 0, 1).mapToObj(more -> number.add(BigInteger.valueOf(more))))
                .flatMap(number -> Stream.of(number, number.negate()))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void areThoseOfBigInteger(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            byte[] wanted = number.toByteArray();
            byte[] found = new byte[wanted.length + TwosComplement.ROOM];

            assertThat(TwosComplement.length(number.longValue())).isEqualTo(wanted.length);
            TwosComplement.write(number.longValue(), wanted.length, found, 0);
            assertThat(Arrays.copyOf(found, wanted.length)).isEqualTo(wanted);
            assertThat(TwosComplement.read(wanted, 0, wanted.length)).isEqualTo(number.longValue());
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aDecimalIsTheBytesOfItsUnscaledValue(BigInteger number) {
        for (int scale : List.of(-1_000, -64, -1, 0, 2, 63, 64, 1_000)) {
            BigDecimal decimal = new BigDecimal(number, scale);

            byte[] bytes = ours(out -> out.writeBigDecimal(decimal));

            byte[] parts = ours(out -> {
                out.writeBytes(number.toByteArray());
                out.writeInt(scale);
            });
            assertThat(bytes).isEqualTo(ours(out -> out.writeBytes(parts)));
            AvroReader in = read(bytes);
            assertThat(in.end(in.readBigDecimal())).isEqualTo(decimal);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aDecimalOfAScaleIs(BigInteger number) {
        BigDecimal decimal = new BigDecimal(number, 2);

        byte[] bytes = ours(out -> out.writeDecimal(decimal, 40, 4));

        assertThat(bytes)
                .isEqualTo(ours(out ->
                        out.writeBytes(number.multiply(BigInteger.valueOf(100)).toByteArray())));
        assertThat(read(bytes).readDecimal(40, 4)).isEqualTo(decimal.setScale(4));
    }
}
