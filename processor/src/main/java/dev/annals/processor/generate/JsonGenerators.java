package dev.annals.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generates the JSON mappings of an aggregate's messages: commands and events, both read and written: by the service, and by its clients. */
final class JsonGenerators {

    private final Aggregate aggregate;

    JsonGenerators(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    /** {@code AccountsCommandJson}. */
    GeneratedSource commands(List<Location> origins) {
        Messages commands = Messages.offeredCommands(aggregate);
        ClassName name = commands.generated("Json");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Reads $L from JSON, and writes them for clients.", commands.phrase())
                .addField(types(commands.records()))
                .addMethod(Sources.privateConstructor())
                .addMethod(readAny(commands.root(), commands.records()));
        JsonReadCode read = new JsonReadCode(aggregate, name);
        commands.records().forEach(record -> type.addMethod(read.readMessage(record)));
        JsonWriteCode write = new JsonWriteCode(aggregate, name);
        type.addMethod(writeCommand(commands, write));
        return Sources.file(name, type.build(), origins);
    }

    /** {@code AccountsEventJson}. */
    GeneratedSource events(List<Location> origins) {
        Messages events = Messages.events(aggregate);
        ClassName name = events.generated("Json");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Writes $L as JSON, and reads them for clients.", events.phrase())
                .addField(types(events.withUnknown()))
                .addMethod(Sources.privateConstructor())
                .addMethod(writeAny(events))
                .addMethod(writeAnyFields(events));
        JsonWriteCode write = new JsonWriteCode(aggregate, name);
        aggregate.events().leaves().forEach(leaf -> type.addMethod(writeFields(leaf, write)));
        JsonReadCode read = new JsonReadCode(aggregate, name);
        type.addMethod(readAny(events.root(), events.withUnknown()));
        events.withUnknown().forEach(record -> type.addMethod(read.readMessage(record)));
        return Sources.file(name, type.build(), origins);
    }

    private static FieldSpec types(List<RecordType> records) {
        String names = records.stream()
                .map(record -> "\"" + record.name().simpleName() + "\"")
                .collect(Collectors.joining(", "));
        return FieldSpec.builder(
                        ArrayTypeName.of(String.class), "TYPES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("{$L}", names)
                .build();
    }

    private static MethodSpec readAny(ClassName root, List<RecordType> records) {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (in.messageType(TYPES)) {\n$>");
        for (RecordType record : records) {
            String simpleName = record.name().simpleName();
            cases.add("case $S -> read$L(in);\n", simpleName, simpleName);
        }
        cases.add("default -> throw in.unknownType(TYPES);\n$<};\n");
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .addParameter(JsonReadCode.VALUE, "in")
                .returns(root)
                .addCode(cases.build())
                .build();
    }

    private static MethodSpec writeCommand(Messages commands, JsonWriteCode write) {
        MethodSpec.Builder method = JsonWriteCode.method("write", Modifier.STATIC)
                .addParameter(commands.root(), "command")
                .addStatement("out.writeStartObject()");
        Map<ClassName, RecordType> records =
                commands.records().stream().collect(Collectors.toMap(RecordType::name, Function.identity()));
        new TypeChain("command", new VariableNames("out", "command"))
                .open(
                        method,
                        commands.records().stream().map(RecordType::name).toList(),
                        (type, variable) -> method.addStatement(
                                        "out.writeStringField($S, $S)", "_type", type.simpleName())
                                .addCode(write.fields(Objects.requireNonNull(records.get(type)), variable)));
        return method.nextControlFlow("else")
                .addStatement(
                        "throw new $T($S + command)", IllegalArgumentException.class, "Not a command for callers: ")
                .endControlFlow()
                .addStatement("out.writeEndObject()")
                .build();
    }

    private static MethodSpec writeAny(Messages events) {
        return JsonWriteCode.method("write", Modifier.STATIC)
                .addParameter(events.root(), "event")
                .addStatement("out.writeStartObject()")
                .addStatement("writeFields(out, event)")
                .addStatement("out.writeEndObject()")
                .build();
    }

    private static MethodSpec writeAnyFields(Messages events) {
        MethodSpec.Builder method = JsonWriteCode.method("writeFields", Modifier.STATIC)
                .addJavadoc("The type and the fields alone: whoever calls has more to put between the braces.\n")
                .addParameter(events.root(), "event");
        List<ClassName> types =
                events.withUnknown().stream().map(RecordType::name).toList();
        new TypeChain("event", new VariableNames("out", "event"))
                .open(
                        method,
                        types,
                        (type, variable) -> method.addStatement("write$L(out, $L)", type.simpleName(), variable));
        return method.endControlFlow().build();
    }

    private static MethodSpec writeFields(Leaf leaf, JsonWriteCode write) {
        String variable = new VariableNames("out").of(leaf.name());
        MethodSpec.Builder method = JsonWriteCode.method("write" + leaf.simpleName(), Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(leaf.name(), variable)
                .addStatement("out.writeStringField($S, $S)", "_type", leaf.simpleName())
                .addCode(write.fields(leaf.record(), variable));
        if (leaf.failure()) {
            method.addStatement("out.writeBooleanField($S, true)", "_isError");
        }
        return method.build();
    }
}
