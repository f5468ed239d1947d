package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The code that writes one value as JSON. */
final class JsonWriteCode {

    static final ClassName GENERATOR = ClassName.get("com.fasterxml.jackson.core", "JsonGenerator");
    private static final ClassName WRITER = ClassName.get("dev.annals.json", "JsonWriter");

    /** The methods of Jackson's generator for types that it knows; all others are written as text. */
    private static final Map<ScalarKind, String> KNOWN = Map.ofEntries(
            Map.entry(ScalarKind.BOOLEAN, "Boolean"),
            Map.entry(ScalarKind.BYTE, "Number"),
            Map.entry(ScalarKind.SHORT, "Number"),
            Map.entry(ScalarKind.INT, "Number"),
            Map.entry(ScalarKind.LONG, "Number"),
            Map.entry(ScalarKind.FLOAT, "Number"),
            Map.entry(ScalarKind.DOUBLE, "Number"),
            Map.entry(ScalarKind.STRING, "String"),
            Map.entry(ScalarKind.BYTES, "Binary"),
            Map.entry(ScalarKind.BIG_DECIMAL, "Number"),
            Map.entry(ScalarKind.BIG_INTEGER, "Number"));

    private final MessageOwner owner;
    private final ClassName valueJson;
    private final ClassName self;

    /**
     * The code for an owner.
     *
     * @param self the class that the code stands in
     */
    JsonWriteCode(MessageOwner owner, ClassName self) {
        this.self = self;
        this.owner = owner;
        this.valueJson = owner.generated("ValueJson");
    }

    /** A method that writes something. */
    static MethodSpec.Builder method(String name, Modifier... modifiers) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(modifiers)
                .addParameter(GENERATOR, "out")
                .addException(IOException.class);
    }

    /** {@code writeLine(JsonGenerator out, Line line)}; of a value. */
    MethodSpec writeValue(RecordType record) {
        String variable = new VariableNames("out").of(record.name());
        MethodSpec.Builder method = method("write" + owner.values().label(record.name()), Modifier.STATIC)
                .addParameter(record.name(), variable);
        if (owner.values().isBare(record)) {
            Component only = record.components().get(0);
            return method.addStatement(write(only.type(), "out", CodeBlock.of("$L.$L()", variable, only.name()), 0))
                    .build();
        }
        return method.addStatement("out.writeStartObject()")
                .addCode(fields(record, variable))
                .addStatement("out.writeEndObject()")
                .build();
    }

    /** {@code writeTypedCard(JsonGenerator out, Card card)}; of a leaf of a sealed interface, whose {@code _type} comes first. */
    MethodSpec writeLeaf(RecordType record) {
        String variable = new VariableNames("out").of(record.name());
        return method("writeTyped" + label(record.name()), Modifier.STATIC)
                .addParameter(record.name(), variable)
                .addStatement("out.writeStartObject()")
                .addStatement(
                        "out.writeStringField($S, $S)", "_type", record.name().simpleName())
                .addCode(fields(record, variable))
                .addStatement("out.writeEndObject()")
                .build();
    }

    /** {@code writePayment(JsonGenerator out, Payment payment)}. */
    MethodSpec writeUnion(UnionType union) {
        VariableNames names = new VariableNames("out");
        String variable = names.of(union.name());
        MethodSpec.Builder method =
                method("write" + label(union.name()), Modifier.STATIC).addParameter(union.name(), variable);
        new TypeChain(variable, names)
                .open(
                        method,
                        union.leaves(),
                        (leaf, leafVariable) ->
                                method.addStatement("writeTyped$L(out, $L)", label(leaf), leafVariable));
        return method.nextControlFlow("else")
                .addStatement(Calls.refuse(union.name(), variable))
                .endControlFlow()
                .build();
    }

    /** Statements that write all fields of a record. */
    CodeBlock fields(RecordType record, String variable) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Component component : record.components()) {
            CodeBlock value = CodeBlock.of("$L.$L()", variable, component.name());
            Optional<String> known = known(component.type());
            if (known.isPresent()) {
                code.addStatement("out.write$LField($S, $L)", known.get(), component.name(), value);
            } else {
                code.addStatement("out.writeFieldName($S)", component.name())
                        .addStatement(write(component.type(), "out", value, 0));
            }
        }
        return code.build();
    }

    private CodeBlock write(ValueType type, String out, CodeBlock value, int depth) {
        Optional<String> known = known(type);
        if (known.isPresent()) {
            return CodeBlock.of("$L.write$L($L)", out, known.get(), value);
        } else if (type instanceof ValueType.Scalar) {
            return CodeBlock.of("$T.writeText($L, $L)", WRITER, out, value);
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T.writeEnum($L, $L)", WRITER, out, value);
        } else if (type instanceof ValueType.Named nested) {
            return CodeBlock.of("$Lwrite$L($L, $L)", values(), label(nested.name()), out, value);
        } else if (type instanceof ValueType.EntriesOf entries) {
            return CodeBlock.of(
                    "$T.writeEntries($L, $L, $L, $L)",
                    WRITER,
                    out,
                    value,
                    writer(entries.key(), depth + 1),
                    writer(entries.value(), depth + 1));
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of(
                "$T.write$L($L, $L, $L)", WRITER, composite.written(), out, value, writer(composite.item(), depth + 1));
    }

    /** A value of {@code Json.ValueWriter}. */
    private CodeBlock writer(ValueType type, int depth) {
        Optional<String> known = known(type);
        if (known.isPresent()) {
            return CodeBlock.of("$T::write$L", GENERATOR, known.get());
        } else if (type instanceof ValueType.Scalar) {
            return CodeBlock.of("$T::writeText", WRITER);
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T::writeEnum", WRITER);
        } else if (type instanceof ValueType.Named nested) {
            return CodeBlock.of("$T::write$L", valueJson, label(nested.name()));
        }
        String out = "out" + depth;
        String value = "value" + depth;
        return CodeBlock.of("($L, $L) -> $L", out, value, write(type, out, CodeBlock.of("$L", value), depth));
    }

    /** The end of the name of the method of Jackson's that writes a type, where there is one. */
    private static Optional<String> known(ValueType type) {
        if (type instanceof ValueType.DecimalValue) {
            return Optional.of("Number");
        }
        return type instanceof ValueType.Scalar scalar
                ? Optional.ofNullable(KNOWN.get(scalar.kind()))
                : Optional.empty();
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueJson) ? CodeBlock.of("") : CodeBlock.of("$T.", valueJson);
    }

    private String label(ClassName name) {
        return owner.values().label(name);
    }
}
