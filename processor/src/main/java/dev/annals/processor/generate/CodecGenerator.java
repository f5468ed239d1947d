package dev.annals.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Upcast;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the codec of the messages of one topic: {@code AccountsEventCodec}. */
final class CodecGenerator {

    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");
    private static final ClassName SCHEMA = ClassName.get("dev.annals.schema", "MessageSchema");

    private static final TypeName NULLABLE_BYTES = ArrayTypeName.of(byte.class)
            .annotated(AnnotationSpec.builder(Nullable.class).build());

    private final Messages messages;
    private final AvroCode avro;
    private final List<SchemaVersion> current;
    private final List<SchemaVersion> former;
    private final CodecNames names;

    CodecGenerator(Messages messages) {
        this.messages = messages;
        this.avro = new AvroCode(messages.owner(), messages.generated("Codec"));
        this.current = messages.schemas();
        this.former = messages.formerSchemas();
        this.names = new CodecNames(current, former);
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = messages.generated("Codec");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "Writes and reads $L in Avro's encoding: each with its schema, which stands here.",
                        messages.phrase())
                .addSuperinterface(ParameterizedTypeName.get(CODEC, messages.root()));
        current.forEach(schema -> type.addField(constant(schema)));
        former.forEach(schema -> type.addField(constant(schema)));
        type.addMethod(description()).addMethod(schemas("schemas", current));
        if (!former.isEmpty()) {
            type.addMethod(schemas("formerSchemas", former));
        }
        type.addMethod(write()).addMethod(read()).addMethod(typeName());
        messages.unknown().ifPresent(record -> addUnknown(type, record));
        for (RecordType record : messages.records()) {
            type.addMethod(avro.writeMethod(record, names.label(record), Modifier.PRIVATE, Modifier.STATIC));
            type.addMethod(avro.readMessageMethod(record, names.label(record), Modifier.PRIVATE, Modifier.STATIC));
        }
        for (SchemaVersion schema : former) {
            RecordType record = schema.record();
            type.addMethod(avro.readMessageMethod(record, names.label(record), Modifier.PRIVATE, Modifier.STATIC));
        }
        return Sources.file(name, type.build(), origins);
    }

    private FieldSpec constant(SchemaVersion schema) {
        String text = "\"\"\"\n" + schema.json().replace("\\", "\\\\") + "\"\"\"";
        return FieldSpec.builder(
                        SCHEMA, names.constant(schema.record()), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T(\n$>$>$S,\n$L,\n$LL,\n$L$<$<)",
                        SCHEMA,
                        schema.schema().getFullName(),
                        schema.version(),
                        "0x%016x".formatted(schema.fingerprint()),
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
            return method.addStatement("write$L(out, message)", names.label(record))
                    .addStatement("return 0")
                    .build();
        }
        VariableNames variables = new VariableNames("message", "out");
        int place = 0;
        for (RecordType record : messages.records()) {
            String variable = variables.of(record.name());
            method.beginControlFlow("if (message instanceof $T $L)", record.name(), variable)
                    .addStatement("write$L(out, $L)", names.label(record), variable)
                    .addStatement("return $L", place++)
                    .endControlFlow();
        }
        return method.addStatement(refuse()).build();
    }

    private MethodSpec read() {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (schema) {\n$>");
        int place = 0;
        for (RecordType record : messages.records()) {
            cases.add("case $L -> in.end(read$L(in));\n", place++, names.label(record));
        }
        for (SchemaVersion schema : former) {
            CodeBlock read = CodeBlock.of("in.end(read$L(in))", names.label(schema.record()));
            cases.add("case $L -> $L;\n", place++, upcast(schema, read));
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

    /** Calls of {@code upcast}, one in the other, until the message itself comes out. */
    private CodeBlock upcast(SchemaVersion schema, CodeBlock former) {
        CodeBlock result = former;
        for (Upcast step : messages.owner().versions().chain(schema.message(), schema.version())) {
            result = CodeBlock.of("$T.upcast($L)", step.message(), result);
        }
        return result;
    }

    private void addUnknown(TypeSpec.Builder type, RecordType record) {
        type.addMethod(override("unknown")
                        .returns(messages.root())
                        .addParameter(long.class, "fingerprint")
                        .addParameter(String.class, "name")
                        .addParameter(byte[].class, "bytes")
                        .addStatement("return new $T(fingerprint, name, bytes)", record.name())
                        .build())
                .addMethod(override("unknownBytes")
                        .returns(NULLABLE_BYTES)
                        .addParameter(messages.root(), "message")
                        .addStatement("return message instanceof $T unknown ? unknown.bytes() : null", record.name())
                        .build());
    }

    private MethodSpec typeName() {
        MethodSpec.Builder method = override("typeName").returns(String.class).addParameter(messages.root(), "message");
        if (messages.isSingle()) {
            return method.addStatement(
                            "return $L.name()",
                            names.constant(messages.records().get(0)))
                    .build();
        }
        for (RecordType record : messages.records()) {
            method.beginControlFlow("if (message instanceof $T)", record.name())
                    .addStatement("return $L.name()", names.constant(record))
                    .endControlFlow();
        }
        messages.unknown()
                .ifPresent(record -> method.beginControlFlow("if (message instanceof $T unknown)", record.name())
                        .addStatement("return unknown.name()")
                        .endControlFlow());
        return method.addStatement(refuse()).build();
    }

    private MethodSpec schemas(String name, List<SchemaVersion> schemas) {
        List<CodeBlock> constants = schemas.stream()
                .map(schema -> CodeBlock.of("$L", names.constant(schema.record())))
                .toList();
        return override(name)
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
}
