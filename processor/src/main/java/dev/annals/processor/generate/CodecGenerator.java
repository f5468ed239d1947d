package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.apache.avro.Schema;

/** Generates the codec of the messages of one topic: {@code AccountsEventCodec}. */
final class CodecGenerator {

    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");
    private static final ClassName SCHEMA = ClassName.get("dev.annals.schema", "MessageSchema");

    private final Messages messages;
    private final AvroCode avro;
    private final Map<ClassName, String> constants = new HashMap<>();

    CodecGenerator(Messages messages) {
        this.messages = messages;
        this.avro = new AvroCode(messages.aggregate(), messages.generated("Codec"));
        VariableNames names = new VariableNames();
        messages.records()
                .forEach(record -> constants.put(
                        record.name(), names.of(Names.constantCase(record.name().simpleName()))));
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = messages.generated("Codec");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "Writes and reads $L in Avro's encoding: each with its schema, which stands here.",
                        messages.phrase())
                .addSuperinterface(ParameterizedTypeName.get(CODEC, messages.root()));
        messages.records().forEach(record -> type.addField(schema(record)));
        type.addMethod(description())
                .addMethod(schemas())
                .addMethod(write())
                .addMethod(read())
                .addMethod(typeName());
        for (RecordType record : messages.records()) {
            type.addMethod(avro.writeMethod(record, record.name().simpleName(), Modifier.PRIVATE, Modifier.STATIC));
            type.addMethod(
                    avro.readMessageMethod(record, record.name().simpleName(), Modifier.PRIVATE, Modifier.STATIC));
        }
        return Sources.file(name, type.build(), origins);
    }

    private FieldSpec schema(RecordType record) {
        Schema schema = AvroSchemas.of(record, messages.aggregate().values());
        String text = "\"\"\"\n" + AvroSchemas.json(schema).replace("\\", "\\\\") + "\"\"\"";
        return FieldSpec.builder(SCHEMA, constant(record), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T(\n$>$>$S,\n1,\n$LL,\n$L$<$<)",
                        SCHEMA,
                        schema.getFullName(),
                        "0x%016x".formatted(AvroSchemas.fingerprint(schema)),
                        text)
                .build();
    }

    private MethodSpec description() {
        return override("description")
                .returns(String.class)
                .addStatement("return $S", messages.phrase())
                .build();
    }

    private MethodSpec write() {
        MethodSpec.Builder method = override("write")
                .returns(int.class)
                .addParameter(AvroCode.WRITER, "out")
                .addParameter(messages.root(), "message");
        if (messages.isSingle()) {
            RecordType record = messages.records().get(0);
            return method.addStatement("write$L(out, message)", record.name().simpleName())
                    .addStatement("return 0")
                    .build();
        }
        VariableNames names = new VariableNames("message", "out");
        int place = 0;
        for (RecordType record : messages.records()) {
            String variable = names.of(record.name());
            method.beginControlFlow("if (message instanceof $T $L)", record.name(), variable)
                    .addStatement("write$L(out, $L)", record.name().simpleName(), variable)
                    .addStatement("return $L", place++)
                    .endControlFlow();
        }
        return method.addStatement(refuse()).build();
    }

    private MethodSpec read() {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (schema) {\n$>");
        int place = 0;
        for (RecordType record : messages.records()) {
            cases.add("case $L -> in.end(read$L(in));\n", place++, record.name().simpleName());
        }
        cases.add(
                "default -> throw new $T($S + schema);\n$<};\n",
                IllegalArgumentException.class,
                "No schema of " + messages.phrase() + ": ");
        return override("read")
                .returns(messages.root())
                .addParameter(int.class, "schema")
                .addParameter(AvroCode.READER, "in")
                .addCode(cases.build())
                .build();
    }

    private MethodSpec typeName() {
        MethodSpec.Builder method = override("typeName").returns(String.class).addParameter(messages.root(), "message");
        if (messages.isSingle()) {
            return method.addStatement(
                            "return $L.name()", constant(messages.records().get(0)))
                    .build();
        }
        for (RecordType record : messages.records()) {
            method.beginControlFlow("if (message instanceof $T)", record.name())
                    .addStatement("return $L.name()", constant(record))
                    .endControlFlow();
        }
        return method.addStatement(refuse()).build();
    }

    private MethodSpec schemas() {
        List<CodeBlock> constants = messages.records().stream()
                .map(record -> CodeBlock.of("$L", constant(record)))
                .toList();
        return override("schemas")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), SCHEMA))
                .addStatement("return $T.of($L)", List.class, Calls.arguments(8, constants))
                .build();
    }

    private CodeBlock refuse() {
        return CodeBlock.of(
                "throw new $T($S + message)", IllegalArgumentException.class, "Not one of " + messages.phrase() + ": ");
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private String constant(RecordType record) {
        return Objects.requireNonNull(constants.get(record.name()));
    }
}
