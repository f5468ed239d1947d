package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The code that reads one value from JSON. */
final class JsonReadCode {

    static final ClassName VALUE = ClassName.get("dev.annals.json", "JsonValue");
    private static final ClassName OBJECT = ClassName.get("dev.annals.json", "JsonObject");

    private final Aggregate aggregate;
    private final ClassName valueJson;
    private final ClassName self;

    /**
     * The code for an aggregate.
     *
     * @param self the class that the code stands in
     */
    JsonReadCode(Aggregate aggregate, ClassName self) {
        this.self = self;
        this.aggregate = aggregate;
        this.valueJson = aggregate.generated("ValueJson");
    }

    /** {@code Deposit readDeposit(JsonValue in)}; of a message, whose {@code _type} is one of its fields. */
    MethodSpec readMessage(RecordType record) {
        return readObject(record, record.name().simpleName(), "_type", Modifier.PRIVATE, Modifier.STATIC);
    }

    /** {@code Line readLine(JsonValue in)}; of a value. */
    MethodSpec readValue(RecordType record) {
        String label = aggregate.values().label(record.name());
        if (!aggregate.values().isBare(record)) {
            return readObject(record, label, "", Modifier.STATIC);
        }
        ValueType only = record.components().get(0).type();
        return method(record, label, Modifier.STATIC)
                .addStatement("return in.construct(() -> new $T($L))", record.name(), read(only, "in", 0))
                .build();
    }

    private MethodSpec readObject(RecordType record, String label, String typeField, Modifier... modifiers) {
        List<CodeBlock> names = new ArrayList<>();
        if (!typeField.isEmpty()) {
            names.add(CodeBlock.of("$S", typeField));
        }
        record.components().forEach(component -> names.add(CodeBlock.of("$S", component.name())));
        CodeBlock asObject = CodeBlock.of("in.asObject($L)", CodeBlock.join(names, ", "));
        MethodSpec.Builder method = method(record, label, modifiers);
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

    private static MethodSpec.Builder method(RecordType record, String label, Modifier... modifiers) {
        return MethodSpec.methodBuilder("read" + label)
                .addModifiers(modifiers)
                .addParameter(VALUE, "in")
                .returns(record.name());
    }

    private CodeBlock field(Component component) {
        ValueType type = component.type();
        if (type instanceof ValueType.OptionalOf optional) {
            return CodeBlock.of("fields.optional($S, $L)", component.name(), reader(optional.value(), 1));
        } else if (type instanceof ValueType.NullableOf nullable) {
            return CodeBlock.of("fields.nullable($S, $L)", component.name(), reader(nullable.value(), 1));
        }
        return CodeBlock.of("fields.required($S, $L)", component.name(), reader(type, 1));
    }

    /** A value of {@code JsonValue.Reader}. */
    private CodeBlock reader(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$T::$L", VALUE, ScalarMethods.jsonRead(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$T::read$L", valueJson, label(value.name()));
        } else if (type instanceof ValueType.RecordValue value) {
            return CodeBlock.of("$T::read$L", valueJson, label(value.name()));
        }
        return CodeBlock.of("value$L -> $L", depth, read(type, "value" + depth, depth));
    }

    private CodeBlock read(ValueType type, String in, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$L.$L()", in, ScalarMethods.jsonRead(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        } else if (type instanceof ValueType.RecordValue value) {
            return CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of("$L.as$L($L)", in, composite.read(), reader(composite.item(), depth + 1));
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueJson) ? CodeBlock.of("") : CodeBlock.of("$T.", valueJson);
    }

    private String label(ClassName name) {
        return aggregate.values().label(name);
    }
}
