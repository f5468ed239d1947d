package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Projection.ForeignKeyMethod;
import dev.annals.processor.model.Projection.Join;
import dev.annals.processor.model.Projection.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The code of a projection that joins snapshots, one after another: the third with what came of the first two, and so on. */
final class JoinCode implements ProjectionShapeCode {

    private static final String KSTREAM = "org.apache.kafka.streams.kstream";
    private static final ClassName TABLE = ClassName.get(KSTREAM, "KTable");
    private static final ClassName NAMED = ClassName.get(KSTREAM, "Named");
    private static final ClassName MATERIALIZED = ClassName.get(KSTREAM, "Materialized");
    private static final ClassName TABLE_JOINED = ClassName.get(KSTREAM, "TableJoined");
    private static final ClassName RECEIVED = ClassName.get("dev.annals.projection", "Received");
    private static final ClassName JOINED = ClassName.get("dev.annals.projection", "Joined");

    private final Projection projection;
    private final List<Part> parts;
    private final Map<String, String> tables = new LinkedHashMap<>();

    JoinCode(Projection projection, Join join) {
        this.projection = projection;
        this.parts = join.parts();
        List<String> taken = new ArrayList<>(List.of("builder", "nodes", "partitions", "left", "right", "joined"));
        IntStream.range(1, parts.size()).forEach(place -> taken.add("joined" + place));
        VariableNames names = new VariableNames(taken.toArray(String[]::new));
        parts.forEach(part -> tables.computeIfAbsent(part.source().topics(), unnamed -> names.of(part.component())));
    }

    @Override
    public String phrase() {
        return "comes of other records";
    }

    @Override
    public List<Topic> topics() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (Part part : parts) {
            boolean same = part.foreignKey().isEmpty();
            topics.merge(
                    snapshots(part),
                    new Topic(snapshots(part), same),
                    (one, other) -> one.samePartitions() ? one : other);
        }
        return List.copyOf(topics.values());
    }

    @Override
    public String storePartitionedBy() {
        return snapshots(parts.get(0));
    }

    @Override
    public CodeBlock build() {
        CodeBlock.Builder code = CodeBlock.builder();
        Map<String, Part> first = new LinkedHashMap<>();
        parts.forEach(part -> first.putIfAbsent(part.source().topics(), part));
        first.values().forEach(part -> addTable(code, part));
        String left = table(parts.get(0));
        for (int place = 1; place < parts.size(); place++) {
            boolean last = place == parts.size() - 1;
            String joined = last ? "joined" : "joined" + place;
            code.add("$T $L = $L", tableOf(last ? record() : leftType(place)), joined, left)
                    .add(join(place, last));
            left = joined;
        }
        return code.add("joined.toStream($T.as($S))\n$>$>", NAMED, part("changes"))
                .add(".process(nodes.keep(), $T.as($S))\n", NAMED, projection.storeName())
                .add(
                        ".to($S, nodes.published().withName($S));\n$<$<",
                        projection.fullName() + ".snapshots",
                        part("snapshots"))
                .build();
    }

    /** A method for each foreign key, which is asked for before the snapshot is kept, and when it is joined. */
    @Override
    public List<MethodSpec> methods() {
        return parts.stream()
                .filter(part -> part.foreignKey().isPresent())
                .map(part -> foreignKey(part, part.foreignKey().get()))
                .toList();
    }

    private MethodSpec foreignKey(Part part, ForeignKeyMethod method) {
        boolean optional = method.returns() == Returns.OPTIONAL_KEY;
        TypeName key = part.source().key().boxed();
        Part from = parts.get(place(method.from()));
        return MethodSpec.methodBuilder(keyMethod(part))
                .addJavadoc(
                        "The key of the {@code $L} that belongs to a {@code $L}.\n", part.component(), method.from())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(optional || method.nullable() ? HandlerCode.nullable(key) : key)
                .addParameter(received(from), method.from())
                .addStatement(
                        "return $T.$L($L.value())$L",
                        record(),
                        part.component(),
                        method.from(),
                        optional ? ".orElse(null)" : "")
                .build();
    }

    private static String keyMethod(Part part) {
        return "keyOf" + Names.pascalCase(part.component());
    }

    private void addTable(CodeBlock.Builder code, Part part) {
        List<Part> keyed = keyedFrom(part).toList();
        code.add(
                "$T $L = builder.$L(\n$>$>$S,\nnodes.snapshotsOf(new $T()).withName($S)",
                ParameterizedTypeName.get(TABLE, part.source().key().boxed(), received(part)),
                table(part),
                keyed.isEmpty() ? "table" : "stream",
                snapshots(part),
                part.source().definition(),
                part(table(part)) + "-snapshots");
        if (keyed.isEmpty()) {
            code.add(",\n$T.as($S));\n$<$<", MATERIALIZED, part(table(part)));
            return;
        }
        code.add(")\n");
        keyed.forEach(each -> code.add(
                ".processValues(nodes.checked($T::$L), $T.as($S))\n",
                projection.generated("Projection"),
                keyMethod(each),
                NAMED,
                part("key-of-" + each.component())));
        code.add(
                ".toTable($T.as($S), nodes.tableOf($S, new $T()));\n$<$<",
                NAMED,
                part(table(part)) + "-table",
                part(table(part)),
                part.source().definition());
    }

    /** The components whose keys are derived from the snapshots of a topic. */
    private Stream<Part> keyedFrom(Part part) {
        String topics = part.source().topics();
        return parts.stream()
                .filter(each -> each.foreignKey()
                        .filter(method -> parts.get(place(method.from()))
                                .source()
                                .topics()
                                .equals(topics))
                        .isPresent());
    }

    private CodeBlock join(int place, boolean last) {
        Part part = parts.get(place);
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$L", table(part)));
        part.foreignKey().ifPresent(method -> arguments.add(foreignKey(place, method)));
        arguments.add(last ? constructor(place) : pair(part));
        arguments.add(CodeBlock.of(
                "$T.as($S)", part.foreignKey().isPresent() ? TABLE_JOINED : NAMED, "join-" + part.component()));
        if (!last) {
            arguments.add(CodeBlock.of("nodes.joined($S, $L)", part("joined" + place), serde(place)));
        }
        return CodeBlock.of(
                ".$L(\n$>$>$L);$<$<\n", joinsLeft(part) ? "leftJoin" : "join", CodeBlock.join(arguments, ",\n"));
    }

    private CodeBlock foreignKey(int place, ForeignKeyMethod method) {
        CodeBlock from = component(place - 1, place(method.from()), "left");
        String key = keyMethod(parts.get(place));
        if (isFromOptional(method)) {
            return CodeBlock.of("left -> $L == null ? null : $L($L)", from, key, from);
        }
        return place == 1
                ? CodeBlock.of("$T::$L", projection.generated("Projection"), key)
                : CodeBlock.of("left -> $L($L)", key, from);
    }

    /** Whether the component that a key is derived from may be missing itself. */
    private boolean isFromOptional(ForeignKeyMethod method) {
        return parts.get(place(method.from())).mayBeMissing();
    }

    /** A name for a part of the topology, which nothing else in it has. */
    private String part(String name) {
        return projection.storeName() + "-" + name;
    }

    /** Also where a component is required, and its key may be missing: Kafka Streams' inner join warns of each missing key. */
    private boolean joinsLeft(Part part) {
        return part.mayBeMissing()
                || part.foreignKey()
                        .filter(method ->
                                method.nullable() || method.returns() == Returns.OPTIONAL_KEY || isFromOptional(method))
                        .isPresent();
    }

    /** Null where a component is missing that is required. */
    private CodeBlock required(Part part, CodeBlock joined) {
        return part.mayBeMissing() || !joinsLeft(part)
                ? CodeBlock.of("(left, right) -> $L", joined)
                : CodeBlock.of("(left, right) -> right == null ? null : $L", joined);
    }

    private CodeBlock pair(Part part) {
        return part.mayBeMissing() || !joinsLeft(part)
                ? CodeBlock.of("$T::new", JOINED)
                : required(part, CodeBlock.of("new $T<>(left, right)", JOINED));
    }

    private CodeBlock constructor(int place) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int each = 0; each < place; each++) {
            arguments.add(argument(parts.get(each), component(place - 1, each, "left")));
        }
        arguments.add(argument(parts.get(place), CodeBlock.of("right")));
        return required(parts.get(place), CodeBlock.of("new $T($L)", record(), CodeBlock.join(arguments, ", ")));
    }

    private static CodeBlock argument(Part part, CodeBlock value) {
        return switch (part.presence()) {
            case REQUIRED -> CodeBlock.of("$L.value()", value);
            case NULLABLE -> CodeBlock.of("$T.valueOf($L)", RECEIVED, value);
            case OPTIONAL -> CodeBlock.of("$T.ofNullable($T.valueOf($L))", Optional.class, RECEIVED, value);
        };
    }

    /** A component in what the first of them, up to a place, are joined to. */
    private static CodeBlock component(int upTo, int place, String value) {
        String path = value + ".left()".repeat(place == 0 ? upTo : upTo - place);
        return CodeBlock.of("$L", place == 0 ? path : path + ".right()");
    }

    private int place(String component) {
        return parts.stream().map(Part::component).toList().indexOf(component);
    }

    /** What the components up to a place are joined to. */
    private TypeName leftType(int place) {
        TypeName type = received(parts.get(0));
        for (int each = 1; each <= place; each++) {
            type = ParameterizedTypeName.get(JOINED, type, received(parts.get(each)));
        }
        return type;
    }

    private static TypeName received(Part part) {
        return ParameterizedTypeName.get(RECEIVED, part.source().snapshot());
    }

    private CodeBlock serde(int place) {
        CodeBlock right = CodeBlock.of(
                "nodes.serdeOf(new $T())", parts.get(place).source().definition());
        CodeBlock left = place == 1
                ? CodeBlock.of("nodes.serdeOf(new $T())", parts.get(0).source().definition())
                : CodeBlock.of("nodes.both($L)", serde(place - 1));
        return CodeBlock.of("$L, $L", left, right);
    }

    private TypeName tableOf(TypeName value) {
        return ParameterizedTypeName.get(TABLE, projection.key().boxed(), value);
    }

    private String table(Part part) {
        return Objects.requireNonNull(tables.get(part.source().topics()));
    }

    private static String snapshots(Part part) {
        return part.source().topics() + ".snapshots";
    }

    private ClassName record() {
        return projection.snapshot().name();
    }
}
