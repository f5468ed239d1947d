package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.io.IOException;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The code that writes one value as JSON. */
final class JsonWriteCode {

    static final ClassName GENERATOR = ClassName.get("com.fasterxml.jackson.core", "JsonGenerator");
    private static final ClassName WRITER = ClassName.get("dev.annals.json", "JsonWriter");

    /** The methods of Jackson's generator for types that it knows; all others are written as text. */
    private static final Map<ScalarKind, String> KNOWN = Map.of(
            ScalarKind.BOOLEAN, "Boolean",
            ScalarKind.BYTE, "Number",
            ScalarKind.SHORT, "Number",
            ScalarKind.INT, "Number",
            ScalarKind.LONG, "Number",
            ScalarKind.FLOAT, "Number",
            ScalarKind.DOUBLE, "Number",
            ScalarKind.STRING, "String",
            ScalarKind.BYTES, "Binary",
            ScalarKind.BIG_DECIMAL, "Number");

    private final Aggregate aggregate;
    private final ClassName valueJson;
    private final ClassName self;

    /**
     * The code for an aggregate.
     *
     * @param self the class that the code stands in
     */
    JsonWriteCode(Aggregate aggregate, ClassName self) {
        this.self = self;
        this.aggregate = aggregate;
        this.valueJson = aggregate.generated("ValueJson");
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
        MethodSpec.Builder method = method("write" + aggregate.values().label(record.name()), Modifier.STATIC)
                .addParameter(record.name(), variable);
        if (aggregate.values().isBare(record)) {
            Component only = record.components().get(0);
            return method.addStatement(write(only.type(), "out", CodeBlock.of("$L.$L()", variable, only.name()), 0))
                    .build();
        }
        return method.addStatement("out.writeStartObject()")
                .addCode(fields(record, variable))
                .addStatement("out.writeEndObject()")
                .build();
    }

    /** Statements that write all fields of a record. */
    CodeBlock fields(RecordType record, String variable) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Component component : record.components()) {
            CodeBlock value = CodeBlock.of("$L.$L()", variable, component.name());
            if (component.type() instanceof ValueType.Scalar scalar && KNOWN.containsKey(scalar.kind())) {
                code.addStatement("out.write$LField($S, $L)", KNOWN.get(scalar.kind()), component.name(), value);
            } else {
                code.addStatement("out.writeFieldName($S)", component.name())
                        .addStatement(write(component.type(), "out", value, 0));
            }
        }
        return code.build();
    }

    private CodeBlock write(ValueType type, String out, CodeBlock value, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            String known = KNOWN.get(scalar.kind());
            return known == null
                    ? CodeBlock.of("$T.writeText($L, $L)", WRITER, out, value)
                    : CodeBlock.of("$L.write$L($L)", out, known, value);
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T.writeEnum($L, $L)", WRITER, out, value);
        } else if (type instanceof ValueType.RecordValue nested) {
            return CodeBlock.of("$Lwrite$L($L, $L)", values(), label(nested), out, value);
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of(
                "$T.write$L($L, $L, $L)", WRITER, composite.written(), out, value, writer(composite.item(), depth + 1));
    }

    /** A value of {@code Json.ValueWriter}. */
    private CodeBlock writer(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            String known = KNOWN.get(scalar.kind());
            return known == null
                    ? CodeBlock.of("$T::writeText", WRITER)
                    : CodeBlock.of("$T::write$L", GENERATOR, known);
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T::writeEnum", WRITER);
        } else if (type instanceof ValueType.RecordValue nested) {
            return CodeBlock.of("$T::write$L", valueJson, label(nested));
        }
        String out = "out" + depth;
        String value = "value" + depth;
        return CodeBlock.of("($L, $L) -> $L", out, value, write(type, out, CodeBlock.of("$L", value), depth));
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueJson) ? CodeBlock.of("") : CodeBlock.of("$T.", valueJson);
    }

    private String label(ValueType.RecordValue value) {
        return aggregate.values().label(value.name());
    }
}
