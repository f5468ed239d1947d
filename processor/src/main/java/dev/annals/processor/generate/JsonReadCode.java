package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.defaults.AvroDefaults;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The code that reads one value from JSON. */
final class JsonReadCode {

    static final ClassName VALUE = ClassName.get("dev.annals.json", "JsonValue");
    private static final ClassName OBJECT = ClassName.get("dev.annals.json", "JsonObject");

    private final MessageOwner owner;
    private final ClassName valueJson;
    private final ClassName self;
    private final AvroDefaults defaults;

    /**
     * The code for an owner.
     *
     * @param self the class that the code stands in
     */
    JsonReadCode(MessageOwner owner, ClassName self) {
        this.self = self;
        this.owner = owner;
        this.defaults = new AvroDefaults(owner.values());
        this.valueJson = owner.generated("ValueJson");
    }

    /** {@code Deposit readDeposit(JsonValue in)}; of a message, whose {@code _type} is one of its fields. */
    MethodSpec readMessage(RecordType record) {
        return readObject(record, "read" + record.name().simpleName(), "_type", Modifier.PRIVATE, Modifier.STATIC);
    }

    /** {@code Account read(JsonValue in)}; of a snapshot, which stands among other fields. */
    MethodSpec readSnapshot(RecordType record) {
        return readObject(record, "read", "", Modifier.STATIC);
    }

    /** {@code Line readLine(JsonValue in)}; of a value. */
    MethodSpec readValue(RecordType record) {
        String name = "read" + label(record.name());
        if (!owner.values().isBare(record)) {
            return readObject(record, name, "", Modifier.STATIC);
        }
        ValueType only = record.components().get(0).type();
        return method(name, record.name(), Modifier.STATIC)
                .addStatement("return in.construct(() -> new $T($L))", record.name(), read(only, "in", 0))
                .build();
    }

    /** {@code Card typedCard(JsonValue in)}; of a leaf of a sealed interface, whose {@code _type} is one of its fields. */
    MethodSpec readLeaf(RecordType record) {
        return readObject(record, "typed" + label(record.name()), "_type", Modifier.STATIC);
    }

    /** {@code Payment readPayment(JsonValue in)}. */
    MethodSpec readUnion(UnionType union) {
        CodeBlock types = union.leaves().stream()
                .map(leaf -> CodeBlock.of("$S", leaf.simpleName()))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (in.messageType($L)) {\n$>", types);
        union.leaves().forEach(leaf -> cases.add("case $S -> typed$L(in);\n", leaf.simpleName(), label(leaf)));
        return method("read" + label(union.name()), union.name(), Modifier.STATIC)
                .addCode(cases.add("default -> throw in.unknownType($L);\n$<};\n", types)
                        .build())
                .build();
    }

    private MethodSpec readObject(RecordType record, String name, String typeField, Modifier... modifiers) {
        List<CodeBlock> names = new ArrayList<>();
        if (!typeField.isEmpty()) {
            names.add(CodeBlock.of("$S", typeField));
        }
        record.components().forEach(component -> names.add(CodeBlock.of("$S", component.name())));
        CodeBlock asObject = CodeBlock.of("in.asObject($L)", CodeBlock.join(names, ", "));
        MethodSpec.Builder method = method(name, record.name(), modifiers);
        if (record.components().isEmpty()) {
            return method.addStatement(asObject)
                    .addStatement("return in.construct($T::new)", record.name())
                    .build();
        }
        List<CodeBlock> fields = record.components().stream().map(this::field).toList();
        return method.addStatement("$T fields = $L", OBJECT, asObject)
                .addStatement("return in.construct(() -> $L)", Calls.construct(record.name(), fields))
                .build();
    }

    private static MethodSpec.Builder method(String name, ClassName returned, Modifier... modifiers) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(modifiers)
                .addParameter(VALUE, "in")
                .returns(returned);
    }

    private CodeBlock field(Component component) {
        ValueType type = component.type();
        if (type instanceof ValueType.OptionalOf optional) {
            return CodeBlock.of("fields.optional($S, $L)", component.name(), reader(optional.value(), 1));
        } else if (type instanceof ValueType.NullableOf nullable) {
            return CodeBlock.of("fields.nullable($S, $L)", component.name(), reader(nullable.value(), 1));
        }
        return component.byDefault().isPresent()
                ? CodeBlock.of(
                        "fields.withDefault($S, $S, $L)",
                        component.name(),
                        defaults.json(component).toString(),
                        reader(type, 1))
                : CodeBlock.of("fields.required($S, $L)", component.name(), reader(type, 1));
    }

    /** A value of {@code JsonValue.Reader}. */
    private CodeBlock reader(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$T::$L", VALUE, ScalarMethods.jsonRead(scalar.kind()));
        } else if (type instanceof ValueType.Named value) {
            return CodeBlock.of("$T::read$L", valueJson, label(value.name()));
        }
        return CodeBlock.of("value$L -> $L", depth, read(type, "value" + depth, depth));
    }

    private CodeBlock read(ValueType type, String in, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$L.$L()", in, ScalarMethods.jsonRead(scalar.kind()));
        } else if (type instanceof ValueType.Named value) {
            return CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return CodeBlock.of("$L.asDecimal($L)", in, ScalarMethods.digits(decimal));
        } else if (type instanceof ValueType.EntriesOf entries) {
            return CodeBlock.of(
                    "$L.asEntries($L, $L)", in, reader(entries.key(), depth + 1), reader(entries.value(), depth + 1));
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of("$L.as$L($L)", in, composite.read(), reader(composite.item(), depth + 1));
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueJson) ? CodeBlock.of("") : CodeBlock.of("$T.", valueJson);
    }

    private String label(ClassName name) {
        return owner.values().label(name);
    }
}
