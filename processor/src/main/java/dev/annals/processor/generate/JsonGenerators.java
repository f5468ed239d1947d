package dev.annals.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Values;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generates the JSON mappings of an aggregate: commands are read, events and snapshots are written. */
final class JsonGenerators {

    private final Aggregate aggregate;

    JsonGenerators(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    /** {@code AccountsCommandJson}. */
    GeneratedSource commands(List<Location> origins) {
        Messages commands = Messages.commands(aggregate);
        ClassName name = commands.generated("Json");
        TypeSpec.Builder type = Sources.finalClass(name, "Reads $L from JSON.", commands.phrase())
                .addField(types(commands))
                .addMethod(Sources.privateConstructor())
                .addMethod(readAny(commands));
        JsonReadCode read = new JsonReadCode(aggregate, name);
        commands.records().forEach(record -> type.addMethod(read.readMessage(record)));
        return Sources.file(name, type.build(), origins);
    }

    /** {@code AccountsEventJson}. */
    GeneratedSource events(List<Location> origins) {
        Messages events = Messages.events(aggregate);
        ClassName name = events.generated("Json");
        TypeSpec.Builder type = Sources.finalClass(name, "Writes $L as JSON.", events.phrase())
                .addMethod(Sources.privateConstructor())
                .addMethod(writeAny(events))
                .addMethod(writeAnyFields(events));
        JsonWriteCode write = new JsonWriteCode(aggregate, name);
        aggregate.events().leaves().forEach(leaf -> type.addMethod(writeFields(leaf, write)));
        return Sources.file(name, type.build(), origins);
    }

    /** {@code AccountsSnapshotJson}. */
    GeneratedSource snapshots(List<Location> origins) {
        Messages snapshots = Messages.snapshots(aggregate);
        ClassName name = snapshots.generated("Json");
        String variable = new VariableNames("out").of(snapshots.root());
        MethodSpec writeFields = JsonWriteCode.method("writeFields", Modifier.STATIC)
                .addJavadoc("The fields alone: whoever calls has more to put between the braces.\n")
                .addParameter(snapshots.root(), variable)
                .addCode(new JsonWriteCode(aggregate, name).fields(aggregate.snapshot(), variable))
                .build();
        TypeSpec type = Sources.finalClass(name, "Writes $L as JSON.", snapshots.phrase())
                .addMethod(Sources.privateConstructor())
                .addMethod(writeFields)
                .build();
        return Sources.file(name, type, origins);
    }

    /** {@code OrdersValueJson}. */
    GeneratedSource values(List<Location> origins) {
        ClassName name = aggregate.generated("ValueJson");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Reads and writes the values in messages of $L as JSON.", aggregate.fullName())
                .addMethod(Sources.privateConstructor());
        for (EnumType value : aggregate.values().enums().values()) {
            type.addField(EnumConstants.field(aggregate.values(), value)).addMethod(readEnum(value));
        }
        JsonReadCode read = new JsonReadCode(aggregate, name);
        JsonWriteCode write = new JsonWriteCode(aggregate, name);
        Values values = aggregate.values();
        values.plainRecords()
                .forEach(value -> type.addMethod(read.readValue(value)).addMethod(write.writeValue(value)));
        values.unions()
                .values()
                .forEach(value -> type.addMethod(read.readUnion(value)).addMethod(write.writeUnion(value)));
        values.allLeaves().forEach(value -> type.addMethod(read.readLeaf(value)).addMethod(write.writeLeaf(value)));
        return Sources.file(name, type.build(), origins);
    }

    private static FieldSpec types(Messages commands) {
        String names = commands.records().stream()
                .map(record -> "\"" + record.name().simpleName() + "\"")
                .collect(Collectors.joining(", "));
        return FieldSpec.builder(
                        ArrayTypeName.of(String.class), "TYPES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("{$L}", names)
                .build();
    }

    private static MethodSpec readAny(Messages commands) {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (in.messageType(TYPES)) {\n$>");
        for (RecordType record : commands.records()) {
            String simpleName = record.name().simpleName();
            cases.add("case $S -> read$L(in);\n", simpleName, simpleName);
        }
        cases.add("default -> throw in.unknownType(TYPES);\n$<};\n");
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .addParameter(JsonReadCode.VALUE, "in")
                .returns(commands.root())
                .addCode(cases.build())
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

    private MethodSpec readEnum(EnumType value) {
        return MethodSpec.methodBuilder("read" + aggregate.values().label(value.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(JsonReadCode.VALUE, "in")
                .returns(value.name())
                .addStatement("return in.asEnum($L)", EnumConstants.name(aggregate.values(), value))
                .build();
    }
}
