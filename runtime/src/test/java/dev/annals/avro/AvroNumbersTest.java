package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers of any size, and numbers with a declared number of digits. */
class AvroNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "127", "128", "-128", "-129", "340282366920938463463374607431768211456"})
    void bigIntegersInTwosComplement(String text) {
        BigInteger value = new BigInteger(text);
        byte[] bytes = ours(out -> out.writeBigInteger(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeBytes(value.toByteArray())));
        assertThat(read(bytes).readBigInteger()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0",
        "0E+2147483647, 4, 2, 0.00",
        "12.3, 4, 2, 12.30",
        "-99.99, 4, 2, -99.99",
        "1E+3, 6, 2, 1000.00",
        "0.001, 3, 3, 0.001",
        "12345678901234567890.1, 25, 5, 12345678901234567890.10000"
    })
    void decimalsAsAvroWritesThem(String text, int precision, int scale, BigDecimal read) {
        byte[] bytes = ours(out -> out.writeDecimal(new BigDecimal(text), precision, scale));

        assertThat(bytes)
                .isEqualTo(avros(out -> out.writeBytes(new Conversions.DecimalConversion()
                        .toBytes(read, Schema.create(Schema.Type.BYTES), LogicalTypes.decimal(precision, scale)))));
        assertThat(read(bytes).readDecimal(precision, scale)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"1.234, 9, 2", "1.230, 9, 2", "100, 4, 2", "-1E+1, 1, 0", "1E+2147483647, 9, 2", "0.1, 1, 0"})
    void decimalsThatDoNotFitAreNotWritten(String text, int precision, int scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeDecimal(new BigDecimal(text), precision, scale))
                .withMessage("The number " + text + " has more than the " + precision
                        + " digits of a decimal here, or more than " + scale + " of them behind the point");
    }

    @Test
    void wholeDecimals() {
        byte[] bytes = ours(out -> out.writeDecimal(BigInteger.valueOf(-999), 3));

        assertThat(read(bytes).readDecimal(3)).isEqualTo(-999);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readDecimal(2))
                .withMessageContaining("a decimal of more than 2 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeDecimal(BigInteger.valueOf(1000), 3));
    }

    @Test
    void decimalOfMillionsOfDigitsIsRefusedBeforeTheyAreCounted() {
        byte[] bytes = ours(out -> out.writeBytes(new byte[5_000_000]));
        byte[] large = ours(out -> out.writeBigInteger(BigInteger.ONE.shiftLeft(40_000_000)));

        assertThat(read(bytes).readDecimal(9, 2)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(large).readDecimal(9, 2))
                .withMessageContaining("a decimal of more than 9 digits");
    }

    @Test
    void numberOfNoBytesIsMalformed() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(new byte[] {0}).readBigInteger())
                .withMessageContaining("a number of no bytes");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(new byte[] {0}).readDecimal(9, 2));
    }
}
