package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.avrosDecoder;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.junit.jupiter.api.Test;

class AvroCollectionsTest {

    /** A record without fields: it takes no bytes. */
    private record Marker() {
        static void write(AvroWriter out, Marker marker) {}

        static Marker read(AvroReader in) {
            return new Marker();
        }
    }

    @Test
    void listIsAnArrayThatAvroReads() throws IOException {
        byte[] bytes = ours(out -> out.writeList(List.of("a", "b", ""), AvroWriter::writeString));

        BinaryDecoder in = avrosDecoder(bytes);
        assertThat(in.readArrayStart()).isEqualTo(3);
        assertThat(in.readString()).isEqualTo("a");
        assertThat(in.readString()).isEqualTo("b");
        assertThat(in.readString()).isEmpty();
        assertThat(in.arrayNext()).isZero();
        assertThat(in.isEnd()).isTrue();
        assertThat(this.<String>list(bytes, AvroReader::readString)).containsExactly("a", "b", "");
    }

    @Test
    void emptyListIsOneByte() {
        byte[] bytes = ours(out -> out.writeList(List.<String>of(), AvroWriter::writeString));

        assertThat(bytes).containsExactly(0);
        assertThat(this.<String>list(bytes, AvroReader::readString)).isEmpty();
    }

    @Test
    void arrayOfSeveralBlocksSomeWithTheirSizeIsOneList() {
        byte[] bytes = avros(out -> {
            out.writeLong(2);
            out.writeInt(1);
            out.writeInt(2);
            out.writeLong(-1);
            out.writeLong(1);
            out.writeInt(3);
            out.writeLong(0);
        });

        assertThat(this.<Integer>list(bytes, AvroReader::readInt)).containsExactly(1, 2, 3);
    }

    @Test
    void listOfRecordsWithoutFieldsKeepsItsLength() {
        List<Marker> markers = Collections.nCopies(1_000, new Marker());
        byte[] bytes = ours(out -> out.writeList(markers, Marker::write));

        assertThat(this.<Marker>list(bytes, Marker::read)).isEqualTo(markers);
    }

    @Test
    void readListsAreUnmodifiable() {
        List<String> values = list(new byte[] {0}, AvroReader::readString);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.add("a"));
    }

    @Test
    void setKeepsTheOrderInWhichItWasWritten() {
        Set<Integer> values = new LinkedHashSet<>(List.of(3, 1, 2));
        byte[] bytes = ours(out -> out.writeList(values, AvroWriter::writeInt));

        AvroReader in = read(bytes);
        Set<Integer> found = in.end(in.readSet(AvroReader::readInt));
        assertThat(found).containsExactly(3, 1, 2);
    }

    @Test
    void mapIsAMapThatAvroReads() throws IOException {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("b", Long.MIN_VALUE);
        values.put("", Long.MAX_VALUE);
        byte[] bytes = ours(out -> out.writeMap(values, AvroWriter::writeLong));

        BinaryDecoder avro = avrosDecoder(bytes);
        assertThat(avro.readMapStart()).isEqualTo(2);
        assertThat(avro.readString()).isEqualTo("b");
        assertThat(avro.readLong()).isEqualTo(Long.MIN_VALUE);
        AvroReader in = read(bytes);
        Map<String, Long> found = in.end(in.readMap(AvroReader::readLong));
        assertThat(found).containsExactlyEntriesOf(values);
    }

    @Test
    void nullableIsAUnionWithNullFirst() {
        byte[] nothing = ours(out -> out.writeNullable(null, AvroWriter::writeString));
        byte[] something = ours(out -> out.writeNullable("a", AvroWriter::writeString));

        assertThat(nothing).isEqualTo(avros(out -> out.writeIndex(0)));
        assertThat(something).isEqualTo(avros(out -> {
            out.writeIndex(1);
            out.writeString("a");
        }));
        assertThat(read(nothing).<String>readNullable(AvroReader::readString)).isNull();
        assertThat(read(something).<String>readNullable(AvroReader::readString)).isEqualTo("a");
    }

    @Test
    void optionalIsTheSameUnion() {
        byte[] nothing = ours(out -> out.writeOptional(Optional.empty(), AvroWriter::writeString));
        byte[] something = ours(out -> out.writeOptional(Optional.of("a"), AvroWriter::writeString));

        assertThat(read(nothing).<String>readOptional(AvroReader::readString)).isEmpty();
        assertThat(read(something).<String>readOptional(AvroReader::readString)).contains("a");
    }

    @Test
    void listsWithinMapsWithinLists() {
        List<Map<String, List<Integer>>> value = List.of(Map.of(), Map.of("a", List.of(), "b", List.of(1, 2)));
        byte[] bytes = ours(out -> out.writeList(
                value, (out1, map) -> out1.writeMap(map, (out2, list) -> out2.writeList(list, AvroWriter::writeInt))));

        List<Map<String, List<Integer>>> found =
                list(bytes, in1 -> in1.readMap(in2 -> in2.readList(AvroReader::readInt)));
        assertThat(found).isEqualTo(value);
    }

    private <T> List<T> list(byte[] bytes, AvroReader.ValueReader<T> items) {
        AvroReader in = read(bytes);
        return in.end(in.readList(items));
    }
}
