package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Maps whose keys are no strings. */
class AvroEntriesTest {

    private static final Map<Integer, String> VALUES = new LinkedHashMap<>(Map.of(3, "c"));

    static {
        VALUES.put(1, "a");
    }

    @Test
    void entriesAreAnArrayOfRecords() {
        byte[] bytes = ours(out -> out.writeEntries(VALUES, AvroWriter::writeInt, AvroWriter::writeString));

        assertThat(bytes).isEqualTo(avros(out -> {
            out.writeArrayStart();
            out.setItemCount(2);
            out.startItem();
            out.writeInt(3);
            out.writeString("c");
            out.startItem();
            out.writeInt(1);
            out.writeString("a");
            out.writeArrayEnd();
        }));
        assertThat(entries(bytes)).containsExactlyEntriesOf(VALUES);
    }

    @Test
    void noEntriesAreOneByte() {
        byte[] bytes =
                ours(out -> out.writeEntries(Map.<Integer, String>of(), AvroWriter::writeInt, AvroWriter::writeString));

        assertThat(bytes).containsExactly(0);
        assertThat(entries(bytes)).isEmpty();
    }

    @Test
    void repeatedKeyIsMalformed() {
        byte[] bytes = ours(out -> {
            out.writeLong(2);
            out.writeInt(1);
            out.writeString("a");
            out.writeInt(1);
            out.writeString("b");
            out.writeLong(0);
        });

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> entries(bytes))
                .withMessageContaining("a key that the map has already");
    }

    @Test
    void keysThatAreWrittenAlikeAreNotWritten() {
        Map<Instant, Integer> values = Map.of(Instant.ofEpochSecond(0, 1), 1, Instant.ofEpochSecond(0, 2), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AvroWriter().writeEntries(values, AvroWriter::writeInstant, AvroWriter::writeInt))
                .withMessageStartingWith("Another key of the map is written as 1970-01-01T00:00:00.00000000");
    }

    private static Map<Integer, String> entries(byte[] bytes) {
        return read(bytes).<Integer, String>readEntries(AvroReader::readInt, AvroReader::readString);
    }
}
