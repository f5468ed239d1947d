package dev.annals.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.MalformedDataException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

    @ParameterizedTest
    @CsvSource({
        "SINGLE_OBJECT, 0x0102030405060708, c3010807060504030201",
        "SINGLE_OBJECT, -1,                 c301ffffffffffffffff",
        "CONFLUENT,     0x01020304,         0001020304",
        "CONFLUENT,     0x7fffffff,         007fffffff"
    })
    void headerNamesTheSchema(Framing framing, String id, String header) {
        byte[] bytes = HexFormat.of().parseHex(header);

        assertThat(framing.header(Long.decode(id))).isEqualTo(bytes);
        assertThat(framing.headerLength()).isEqualTo(bytes.length);
        assertThat(framing.id(bytes)).isEqualTo(Long.decode(id));
    }

    @ParameterizedTest
    @CsvSource({
        "SINGLE_OBJECT, c302ffffffffffffffff",
        "SINGLE_OBJECT, 0001ffffffffffffffff",
        "SINGLE_OBJECT, c301ffffffffffffff",
        "SINGLE_OBJECT, ''",
        "CONFLUENT,     0100000001",
        "CONFLUENT,     00000000",
        "CONFLUENT,     ''"
    })
    void anotherHeaderIsMalformed(Framing framing, String header) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> framing.id(HexFormat.of().parseHex(header)))
                .withMessageStartingWith("No ");
    }
}
