package dev.annals.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.MalformedDataException;
import dev.annals.evolution.Incompatibility.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each cell of the table in the documentation true: what it says is what happens to messages. */
class EvolutionMatrixTest {

    private static final Path DOCUMENT = Path.of("../docs/reference/evolution.md");

    private static final Map<Kind, String> SOME_VALUES =
            Map.of(Kind.NULL, "null", Kind.SYMBOL, "the other constant", Kind.BRANCH, "the other leaf");

    /** A row of the table, without its first cell. */
    private record Row(String newReadsOld, String oldReadsNew) {}

    static List<Change> changes() {
        return EvolutionMatrix.changes();
    }

    @Test
    void tableHasTheseChanges() throws IOException {
        assertThat(table().keySet())
                .containsExactlyElementsOf(changes().stream().map(Change::name).toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void cellsAreTrue(Change change) throws IOException {
        List<Schema> newSchemas =
                change.formerOfNew() ? List.of(change.after(), change.before()) : List.of(change.after());

        Row found = new Row(
                outcome(change.before(), newSchemas, change.forward()),
                outcome(change.after(), List.of(change.before()), change.backward()));

        assertThat(found).isEqualTo(table().get(change.name()));
    }

    /** What happens to messages, in the words of the table; the samples have shown it. */
    private static String outcome(Schema writer, List<Schema> readers, List<Change.Sample> samples) {
        Reading reading =
                new ReaderSchemas(readers.stream().map(Schema::toString).toList()).reading(writer.toString());
        if (reading instanceof Reading.Unknown) {
            assertThat(samples).isEmpty();
            return "unknown";
        } else if (reading instanceof Reading.Refused) {
            assertThat(samples).isEmpty();
            return "refused: " + kinds(writer, readers.get(0));
        }
        Reading.Known known = (Reading.Known) reading;
        Schema reader = readers.get(known.schema());
        assertThat(samples).isNotEmpty();
        samples.forEach(sample -> check(sample, writer, known, reader));
        return known.schema() == 0 ? "read" + exceptions(writer, reader, samples) : "read, then `upcast`";
    }

    private static void check(Change.Sample sample, Schema writer, Reading.Known known, Schema reader) {
        byte[] bytes = Generic.encode(writer, sample.written());
        if (sample.read().equals(Change.FAILS)) {
            assertThatExceptionOfType(MalformedDataException.class)
                    .isThrownBy(() -> Generic.readMessage(bytes, known.plan(), reader))
                    .withMessageContaining("'a'");
        } else {
            assertThat(Generic.readMessage(bytes, known.plan(), reader)).hasToString(sample.read());
        }
    }

    private static String kinds(Schema writer, Schema reader) {
        return Compatibility.check(writer, reader).stream()
                .map(found -> found.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String exceptions(Schema writer, Schema reader, List<Change.Sample> samples) {
        List<Incompatibility> found = Compatibility.check(writer, reader);
        boolean hasFailed = samples.stream().anyMatch(sample -> sample.read().equals(Change.FAILS));
        assertThat(hasFailed).isEqualTo(!found.isEmpty());
        return found.stream()
                .map(one -> " but for " + SOME_VALUES.get(one.kind()))
                .distinct()
                .collect(Collectors.joining());
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            lines.dropWhile(line -> !line.startsWith("| change"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> rows.put(cells[1].strip(), new Row(cells[2].strip(), cells[3].strip())));
        }
        return rows;
    }
}
