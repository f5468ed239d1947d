package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.processor.model.ValueType;
import dev.annals.processor.read.ScalarTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of types in the reference: what it says is what is generated, and all that is supported is in it. */
class TypeTableTest {

    private static final Path TOPICS = Path.of("../docs/reference/topics.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** A type of each kind that is no scalar, as it stands in the table. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("DecimalValue", "@Decimal(precision = 9, scale = 2) BigDecimal"),
            Map.entry("EnumValue", "Color"),
            Map.entry("RecordValue", "Money"),
            Map.entry("UnionValue", "Payment"),
            Map.entry("ListOf", "List<Long>"),
            Map.entry("SetOf", "Set<Long>"),
            Map.entry("MapOf", "Map<String, Long>"),
            Map.entry("EntriesOf", "Map<UUID, Long>"),
            Map.entry("OptionalOf", "Optional<Long>"),
            Map.entry("NullableOf", "@Nullable Long"));

    /** A Java type of the table, and the schema that stands beside it. */
    record Row(String type, String schema) {}

    private static final Schema SCHEMA = compiled();

    static List<Row> rows() {
        try (Stream<String> lines = Files.lines(TOPICS)) {
            return lines.dropWhile(line -> !line.startsWith("| Java | Avro |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|", -1))
                    .flatMap(cells -> codes(cells[1]).stream()
                            .map(type -> new Row(type, codes(cells[2]).get(0))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void typeHasTheSchemaBesideIt(Row row) {
        Schema.Field field = SCHEMA.getFields().get(rows().indexOf(row));

        assertThat(describe(field.schema())).isEqualTo(row.schema());
    }

    @Test
    void eachTypeThatHasAnEncodingOfItsOwnIsInTheTable() {
        assertThat(ScalarTypes.names().stream().map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .isSubsetOf(types());
    }

    @Test
    void eachOtherKindOfTypeIsInTheTable() {
        List<String> kinds = Arrays.stream(ValueType.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(kind -> !kind.equals("Scalar") && !kind.equals("Unsupported"))
                .toList();

        assertThat(KINDS).containsOnlyKeys(kinds);
        assertThat(KINDS.values()).isSubsetOf(types());
    }

    private static List<String> types() {
        return rows().stream().map(Row::type).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1))
                .toList();
    }

    /** The schema of an event that has a component of each type. */
    private static Schema compiled() {
        List<String> components = new ArrayList<>();
        types().forEach(type -> components.add(type + " c" + components.size()));
        Domain domain = Domain.BANK
                .replace("record Deposited(long amount)", "record Deposited(" + String.join(", ", components) + ")")
                .replace("return new Deposited(1);", "return null;")
                .replace("public sealed interface Movement {", """
                        public sealed interface Movement {
                            enum Color { RED }
                            record Money(BigDecimal amount, Color color) {}
                            record Label(String text) {}
                            sealed interface Payment {}
                            record Card(String number) implements Payment {}
                            record Cash() implements Payment {}
                        """);
        Map<String, String> sources = new LinkedHashMap<>(domain.sources());
        sources.computeIfPresent(
                "bank.Movement",
                (name, source) -> source.replace(
                        "import java.util.*;", "import java.math.*;\nimport java.time.*;\nimport java.util.*;"));
        Compiled compiled = Compiled.compile(new Domain(sources));
        assertThat(compiled.reported()).isEmpty();
        return new Schema.Parser()
                .parse(Objects.requireNonNull(
                        compiled.generated().get("META-INF/annals/bank.Movement.Deposited.avsc")));
    }

    private static String describe(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "array of " + describe(schema.getElementType());
            case MAP -> "map of " + describe(schema.getValueType());
            case UNION ->
                schema.getTypes().stream()
                        .map(type -> type.getType() == Schema.Type.RECORD ? type.getName() : describe(type))
                        .collect(Collectors.joining(", ", "[", "]"));
            case ENUM -> "enum " + schema.getName();
            case RECORD -> record(schema);
            default -> schema.getType().getName() + logicalType(schema);
        };
    }

    private static String record(Schema schema) {
        if (schema.getObjectProp("annals.entry") != null) {
            return "record " + fields(schema);
        }
        return schema.getNamespace().equals("dev.annals")
                ? "record " + schema.getFullName() + " " + fields(schema)
                : "record " + schema.getName();
    }

    private static String fields(Schema schema) {
        return schema.getFields().stream()
                .map(field -> field.name() + ": " + describe(field.schema()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String logicalType(Schema schema) {
        String name = schema.getProp("logicalType");
        if (name == null) {
            return "";
        }
        return name.equals("decimal")
                ? " decimal(%s, %s)".formatted(schema.getObjectProp("precision"), schema.getObjectProp("scale"))
                : " " + name;
    }
}
