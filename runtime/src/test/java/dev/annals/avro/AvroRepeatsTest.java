package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a set or a map cannot hold twice is not dropped without a word. */
class AvroRepeatsTest {

    @Test
    void repeatedItemOfASetIsMalformed() {
        byte[] bytes = avros(out -> {
            out.writeLong(3);
            out.writeInt(5);
            out.writeInt(6);
            out.writeInt(5);
            out.writeLong(0);
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readSet(AvroReader::readInt))
                .withMessageContaining("an item that the set has already");
    }

    @Test
    void repeatedKeyOfAMapIsMalformedEvenInAnotherBlock() {
        byte[] bytes = avros(out -> {
            for (int i = 0; i < 2; i++) {
                out.writeLong(1);
                out.writeString("key");
                out.writeInt(i);
            }
            out.writeLong(0);
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(bytes).readMap(AvroReader::readInt))
                .withMessageContaining("a key that the map has already");
    }

    @Test
    void itemsThatWouldBeReadAlikeAreNotWritten() {
        List<Instant> times = List.of(Instant.ofEpochSecond(1, 1_000), Instant.ofEpochSecond(1, 1_001));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ours(out -> out.writeSet(times, AvroWriter::writeInstant)))
                .withMessage("Another item of the set is written as 1970-01-01T00:00:01.000001001Z is");
    }

    @Test
    void setIsAnArray() {
        List<String> items = List.of("b", "a");

        assertThat(ours(out -> out.writeSet(items, AvroWriter::writeString)))
                .isEqualTo(ours(out -> out.writeList(items, AvroWriter::writeString)));
    }
}
