package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Join;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what the engine needs to know of a projection, its Kafka Streams topology above all: {@code BooksCardsProjection}. */
final class ProjectionGenerator {

    private static final ClassName DEFINITION = ClassName.get("dev.annals.projection", "ProjectionDefinition");
    private static final ClassName NAME = ClassName.get("dev.annals.projection", "ProjectionName");
    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");
    private static final ClassName NODES = ClassName.get("dev.annals.projection", "ProjectionNodes");
    private static final ClassName BUILDER = ClassName.get("org.apache.kafka.streams", "StreamsBuilder");

    private final Projection projection;
    private final ClassName name;
    private final ProjectionShapeCode shape;

    ProjectionGenerator(Projection projection) {
        this.projection = projection;
        this.name = projection.generated("Projection");
        this.shape = projection.shape() instanceof Fold fold
                ? new FoldCode(projection, fold, name)
                : new JoinCode(projection, (Join) projection.shape());
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The projection {@code $L}: how {@link $T} $L.",
                        projection.fullName(),
                        record(),
                        shape.phrase())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(parameterized(DEFINITION))
                .addField(constant(NAME, "NAME")
                        .initializer(
                                "new $T($S, $S, $L)",
                                NAME,
                                projection.service(),
                                projection.name(),
                                projection.version())
                        .build())
                .addField(constant(keys(), "KEYS")
                        .initializer(KeyCodecs.of(projection.key()))
                        .build())
                .addField(constant(codec(), "SNAPSHOTS")
                        .initializer("new $T()", Messages.snapshots(projection).generated("Codec"))
                        .build())
                .addMethod(getter(NAME, "name", "NAME"))
                .addMethod(getter(keys(), "keys", "KEYS"))
                .addMethod(getter(codec(), "snapshots", "SNAPSHOTS"))
                .addMethod(sources())
                .addMethod(storePartitionedBy())
                .addMethod(build());
        shape.methods().forEach(type::addMethod);
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec sources() {
        ClassName source = DEFINITION.nestedClass("Source");
        ClassName partitions = DEFINITION.nestedClass("Partitions");
        CodeBlock sources = shape.topics().stream()
                .map(topic -> CodeBlock.of(
                        "new $T($S, $T.$L)", source, topic.name(), partitions, topic.samePartitions() ? "SAME" : "ANY"))
                .collect(CodeBlock.joining(",\n", "\n", ""));
        return override("sources")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), source))
                .addStatement("return $T.of($L)", List.class, sources)
                .build();
    }

    private MethodSpec storePartitionedBy() {
        return override("storePartitionedBy")
                .returns(String.class)
                .addStatement("return $S", shape.storePartitionedBy())
                .build();
    }

    private MethodSpec build() {
        return override("build")
                .addParameter(BUILDER, "builder")
                .addParameter(parameterized(NODES), "nodes")
                .addParameter(int.class, "partitions")
                .addCode(shape.build())
                .build();
    }

    private ClassName record() {
        return projection.snapshot().name();
    }

    private TypeName keys() {
        return ParameterizedTypeName.get(KeyCodecs.TYPE, projection.key().boxed());
    }

    private TypeName codec() {
        return ParameterizedTypeName.get(CODEC, record());
    }

    private ParameterizedTypeName parameterized(ClassName type) {
        return ParameterizedTypeName.get(type, projection.key().boxed(), record());
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec getter(TypeName type, String name, String constant) {
        return override(name).returns(type).addStatement("return $L", constant).build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
