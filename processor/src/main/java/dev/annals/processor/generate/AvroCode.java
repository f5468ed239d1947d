package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;

/** The code that writes and reads one value in Avro's encoding. */
final class AvroCode {

    static final ClassName WRITER = ClassName.get("dev.annals.avro", "AvroWriter");
    static final ClassName READER = ClassName.get("dev.annals.avro", "AvroReader");

    private final Aggregate aggregate;
    private final ClassName valueCodec;
    private final ClassName self;

    /**
     * The code for an aggregate.
     *
     * @param self the class that the code stands in
     */
    AvroCode(Aggregate aggregate, ClassName self) {
        this.self = self;
        this.aggregate = aggregate;
        this.valueCodec = aggregate.generated("ValueCodec");
    }

    /** {@code writeDeposit(AvroWriter out, Deposit deposit)}. */
    MethodSpec writeMethod(RecordType record, String label, Modifier... modifiers) {
        String variable = new VariableNames("out").of(record.name());
        MethodSpec.Builder method = MethodSpec.methodBuilder("write" + label)
                .addModifiers(modifiers)
                .addParameter(WRITER, "out")
                .addParameter(record.name(), variable);
        for (Component component : record.components()) {
            method.addStatement(write(component.type(), "out", CodeBlock.of("$L.$L()", variable, component.name()), 0));
        }
        return method.build();
    }

    /** {@code Deposit readDeposit(AvroReader in)}. */
    MethodSpec readMethod(RecordType record, String label, Modifier... modifiers) {
        return readMethod(record, label, place -> CodeBlock.of("in"), modifiers);
    }

    /** The same of a message: its reader knows where each component is, should an older writer have written it. */
    MethodSpec readMessageMethod(RecordType record, String label, Modifier... modifiers) {
        return readMethod(record, label, place -> CodeBlock.of("in.field($L)", place), modifiers);
    }

    private MethodSpec readMethod(
            RecordType record, String label, IntFunction<CodeBlock> source, Modifier... modifiers) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : record.components()) {
            arguments.add(read(component.type(), source.apply(arguments.size()), 0));
        }
        return MethodSpec.methodBuilder("read" + label)
                .addModifiers(modifiers)
                .addParameter(READER, "in")
                .returns(record.name())
                .addStatement("return $L", Calls.construct(record.name(), arguments))
                .build();
    }

    private CodeBlock write(ValueType type, String out, CodeBlock value, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$L.$L($L)", out, ScalarMethods.avroWrite(scalar.kind()), value);
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$L.writeEnum($L)", out, value);
        } else if (type instanceof ValueType.RecordValue nested) {
            return isRecursive(nested)
                    ? CodeBlock.of("$L.writeNested($L, $T::write$L)", out, value, valueCodec, label(nested.name()))
                    : CodeBlock.of("$Lwrite$L($L, $L)", values(), label(nested.name()), out, value);
        }
        Composite composite = Composite.of(type);
        // A set is an array like a list, but its items must differ as they are written, too.
        String written = type instanceof ValueType.SetOf ? "Set" : composite.written();
        return CodeBlock.of("$L.write$L($L, $L)", out, written, value, writer(composite.item(), depth + 1));
    }

    /** A value of {@code AvroWriter.ValueWriter}. */
    private CodeBlock writer(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar && !isWidened(scalar.kind())) {
            return CodeBlock.of("$T::$L", WRITER, ScalarMethods.avroWrite(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T::writeEnum", WRITER);
        } else if (type instanceof ValueType.RecordValue nested && !isRecursive(nested)) {
            return CodeBlock.of("$T::write$L", valueCodec, label(nested.name()));
        }
        String out = "out" + depth;
        String value = "value" + depth;
        return CodeBlock.of("($L, $L) -> $L", out, value, write(type, out, CodeBlock.of("$L", value), depth));
    }

    /** A reference to {@code writeInt} takes no {@code Short}, though a call of it does. */
    private static boolean isWidened(ScalarKind kind) {
        return kind == ScalarKind.BYTE || kind == ScalarKind.SHORT;
    }

    private CodeBlock read(ValueType type, CodeBlock in, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$L.$L()", in, ScalarMethods.avroRead(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        } else if (type instanceof ValueType.RecordValue value) {
            return isRecursive(value)
                    ? CodeBlock.of("$L.readNested($T::read$L)", in, valueCodec, label(value.name()))
                    : CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of("$L.read$L($L)", in, composite.read(), reader(composite.item(), depth + 1));
    }

    /** A value of {@code AvroReader.ValueReader}. */
    private CodeBlock reader(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$T::$L", READER, ScalarMethods.avroRead(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$T::read$L", valueCodec, label(value.name()));
        } else if (type instanceof ValueType.RecordValue value && !isRecursive(value)) {
            return CodeBlock.of("$T::read$L", valueCodec, label(value.name()));
        }
        return CodeBlock.of("in$L -> $L", depth, read(type, CodeBlock.of("in$L", depth), depth));
    }

    private boolean isRecursive(ValueType.RecordValue value) {
        return aggregate.values().isRecursive(value.name());
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueCodec) ? CodeBlock.of("") : CodeBlock.of("$T.", valueCodec);
    }

    private String label(ClassName name) {
        return aggregate.values().label(name);
    }
}
