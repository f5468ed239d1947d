package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.Extension.Kind;
import dev.annals.processor.model.Extension.Parameter;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Projection.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Generates what gives an annotated method its streams and tables: {@code AuthorDaysExtension}. */
final class ExtensionGenerator {

    private static final ClassName DEFINITION = ClassName.get("dev.annals.extension", "ExtensionDefinition");
    private static final ClassName NAME = ClassName.get("dev.annals.extension", "ExtensionName");
    private static final ClassName SERDES = ClassName.get("dev.annals.streams", "TopicSerdes");
    private static final ClassName SERDE = ClassName.get("org.apache.kafka.common.serialization", "Serde");
    private static final ClassName BUILDER = ClassName.get("org.apache.kafka.streams", "StreamsBuilder");
    private static final String KSTREAM = "org.apache.kafka.streams.kstream";
    private static final ClassName STREAM = ClassName.get(KSTREAM, "KStream");
    private static final ClassName TABLE = ClassName.get(KSTREAM, "KTable");
    private static final ClassName MATERIALIZED = ClassName.get(KSTREAM, "Materialized");

    private final Extension extension;
    private final ClassName name;
    private final Map<String, String> variables = new HashMap<>();

    ExtensionGenerator(Extension extension) {
        this.extension = extension;
        this.name = extension.generated("Extension");
        VariableNames names = new VariableNames("builder", "serdes");
        for (Parameter parameter : extension.parameters()) {
            variables.put(parameter.name(), parameter.kind() == Kind.BUILDER ? "builder" : names.of(parameter.name()));
        }
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec type = Sources.finalClass(
                        name,
                        "The extension {@code $L}: what {@code $T.$L} is given.",
                        extension.fullName(),
                        extension.annotated(),
                        extension.method())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(DEFINITION)
                .addField(FieldSpec.builder(NAME, "NAME", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T($S, $S)", NAME, extension.service(), extension.name())
                        .build())
                .addMethod(override("name")
                        .returns(NAME)
                        .addStatement("return NAME")
                        .build())
                .addMethod(build())
                .build();
        return Sources.file(name, type, origins);
    }

    private MethodSpec build() {
        MethodSpec.Builder method =
                override("build").addParameter(BUILDER, "builder").addParameter(SERDES, "serdes");

        for (Parameter parameter : extension.parameters()) {
            parameter.source().ifPresent(source -> add(method, parameter, source));
        }
        CodeBlock arguments = extension.parameters().stream()
                .map(parameter -> CodeBlock.of("$L", variables.get(parameter.name())))
                .collect(CodeBlock.joining(", "));
        return method.addStatement("$T.$L($L)", extension.annotated(), extension.method(), arguments)
                .build();
    }

    private void add(MethodSpec.Builder method, Parameter parameter, Source source) {
        String variable = variables.get(parameter.name());
        switch (parameter.kind()) {
            case EVENTS ->
                method.addStatement(
                        "$T $L = builder.stream(\n$S,\nserdes.eventsOf(new $T()).withName($S))",
                        of(STREAM, parameter, source),
                        variable,
                        parameter.topic().orElseThrow(),
                        source.definition(),
                        part(parameter));
            case TABLE ->
                method.addStatement(
                        "$T $L = builder.table(\n$S,\nserdes.snapshotsOf(new $T()).withName($S),\n$T.as($S))",
                        of(TABLE, parameter, source),
                        variable,
                        parameter.topic().orElseThrow(),
                        source.definition(),
                        part(parameter) + "-source",
                        MATERIALIZED,
                        part(parameter));
            case EVENT_SERDE, SNAPSHOT_SERDE ->
                method.addStatement(
                        "$T $L = serdes.$L(new $T())",
                        ParameterizedTypeName.get(SERDE, parameter.messages()),
                        variable,
                        parameter.kind() == Kind.EVENT_SERDE ? "events" : "snapshots",
                        source.definition());
            case BUILDER -> throw new IllegalArgumentException("A builder is no topic");
        }
    }

    /** A name for a part of the topology: that of its topic, whatever the parameters are called and which others there are. */
    private String part(Parameter parameter) {
        return extension.name() + "-" + parameter.topic().orElseThrow();
    }

    private static ParameterizedTypeName of(ClassName type, Parameter parameter, Source source) {
        return ParameterizedTypeName.get(type, source.key().boxed(), parameter.messages());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
