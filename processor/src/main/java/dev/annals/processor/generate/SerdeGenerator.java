package dev.annals.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
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

/** Generates the serde of the messages of one topic: {@code AccountsEventSerde}. */
final class SerdeGenerator {

    private static final ClassName SERDE = ClassName.get("dev.annals.serde", "MessageSerde");
    private static final ClassName SCHEMA = ClassName.get("dev.annals.serde", "MessageSchema");
    private static final ClassName SINGLE_OBJECT = ClassName.get("dev.annals.serde", "SingleObject");
    private static final TypeName BYTES = ArrayTypeName.of(TypeName.BYTE);

    private final Messages messages;
    private final AvroCode avro;
    private final Map<ClassName, String> constants = new HashMap<>();

    SerdeGenerator(Messages messages) {
        this.messages = messages;
        this.avro = new AvroCode(messages.aggregate(), messages.generated("Serde"));
        VariableNames names = new VariableNames();
        messages.records()
                .forEach(record -> constants.put(
                        record.name(), names.of(Names.constantCase(record.name().simpleName()))));
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = messages.generated("Serde");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "Writes and reads $L as Avro single objects: each with the schema that stands here.",
                        messages.phrase())
                .addSuperinterface(ParameterizedTypeName.get(SERDE, messages.root()));
        messages.records().forEach(record -> type.addField(schema(record)));
        type.addMethod(write()).addMethod(read()).addMethod(typeName()).addMethod(schemas());
        for (RecordType record : messages.records()) {
            type.addMethod(avro.writeMethod(record, record.name().simpleName(), Modifier.PRIVATE, Modifier.STATIC));
            type.addMethod(avro.readMethod(record, record.name().simpleName(), Modifier.PRIVATE, Modifier.STATIC));
        }
        return Sources.file(name, type.build(), origins);
    }

    private FieldSpec schema(RecordType record) {
        Schema schema = AvroSchemas.of(record, messages.aggregate().values());
        String text = "\"\"\"\n" + AvroSchemas.json(schema).replace("\\", "\\\\") + "\"\"\"";
        return FieldSpec.builder(SCHEMA, constant(record), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T(\n$>$>$S,\n$LL,\n$L$<$<)",
                        SCHEMA,
                        schema.getFullName(),
                        "0x%016x".formatted(AvroSchemas.fingerprint(schema)),
                        text)
                .build();
    }

    private MethodSpec write() {
        MethodSpec.Builder method = override("write").returns(BYTES).addParameter(messages.root(), "message");
        if (messages.isSingle()) {
            return method.addCode(writeOne(messages.records().get(0), "message"))
                    .build();
        }
        VariableNames names = new VariableNames("message", "out");
        for (RecordType record : messages.records()) {
            String variable = names.of(record.name());
            method.beginControlFlow("if (message instanceof $T $L)", record.name(), variable)
                    .addCode(writeOne(record, variable))
                    .endControlFlow();
        }
        return method.addStatement(refuse()).build();
    }

    private CodeBlock writeOne(RecordType record, String variable) {
        return CodeBlock.builder()
                .addStatement("$T out = $T.start($L.fingerprint())", AvroCode.WRITER, SINGLE_OBJECT, constant(record))
                .addStatement("write$L(out, $L)", record.name().simpleName(), variable)
                .addStatement("return out.toByteArray()")
                .build();
    }

    private MethodSpec read() {
        MethodSpec.Builder method = override("read")
                .returns(messages.root())
                .addParameter(BYTES, "bytes")
                .addStatement("long fingerprint = $T.fingerprint(bytes)", SINGLE_OBJECT)
                .addStatement("$T in = $T.body(bytes)", AvroCode.READER, SINGLE_OBJECT);
        for (RecordType record : messages.records()) {
            method.beginControlFlow("if (fingerprint == $L.fingerprint())", constant(record))
                    .addStatement("return in.end(read$L(in))", record.name().simpleName())
                    .endControlFlow();
        }
        return method.addStatement("throw $T.unknown(fingerprint, $S)", SINGLE_OBJECT, messages.phrase())
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
