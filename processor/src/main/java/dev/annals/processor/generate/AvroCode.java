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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;

/** The code that writes and reads one value in Avro's encoding. */
final class AvroCode {

    static final ClassName WRITER = ClassName.get("dev.annals.avro", "AvroWriter");
    static final ClassName READER = ClassName.get("dev.annals.avro", "AvroReader");

    private final MessageOwner owner;
    private final ClassName valueCodec;
    private final ClassName self;

    /**
     * The code for an owner.
     *
     * @param self the class that the code stands in
     */
    AvroCode(MessageOwner owner, ClassName self) {
        this.self = self;
        this.owner = owner;
        this.valueCodec = owner.generated("ValueCodec");
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

    /** {@code writePayment(AvroWriter out, Payment payment)}: the place of the leaf, and the leaf. */
    MethodSpec writeMethod(UnionType union) {
        VariableNames names = new VariableNames("out");
        String variable = names.of(union.name());
        MethodSpec.Builder method = MethodSpec.methodBuilder("write" + label(union.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(WRITER, "out")
                .addParameter(union.name(), variable);
        new TypeChain(variable, names)
                .open(
                        method,
                        union.leaves(),
                        (leaf, leafVariable) -> method.addStatement(
                                        "out.writeBranch($L)", union.leaves().indexOf(leaf))
                                .addStatement("write$L(out, $L)", label(leaf), leafVariable));
        return method.nextControlFlow("else")
                .addStatement(Calls.refuse(union.name(), variable))
                .endControlFlow()
                .build();
    }

    /** {@code Payment readPayment(AvroReader in)}. */
    MethodSpec readMethod(UnionType union) {
        CodeBlock.Builder cases = CodeBlock.builder()
                .add("return switch (in.readBranch($L)) {\n$>", union.leaves().size());
        for (int place = 0; place < union.leaves().size(); place++) {
            boolean last = place == union.leaves().size() - 1;
            cases.add(
                    "$L -> read$L(in);\n",
                    last ? "default" : "case " + place,
                    label(union.leaves().get(place)));
        }
        return MethodSpec.methodBuilder("read" + label(union.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(READER, "in")
                .returns(union.name())
                .addCode(cases.add("$<};\n").build())
                .build();
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
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return CodeBlock.of("$L.writeDecimal($L, $L)", out, value, ScalarMethods.digits(decimal));
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$L.writeEnum($L)", out, value);
        } else if (type instanceof ValueType.Named nested) {
            return isRecursive(nested.name())
                    ? CodeBlock.of("$L.writeNested($L, $T::write$L)", out, value, valueCodec, label(nested.name()))
                    : CodeBlock.of("$Lwrite$L($L, $L)", values(), label(nested.name()), out, value);
        } else if (type instanceof ValueType.EntriesOf entries) {
            return CodeBlock.of(
                    "$L.writeEntries($L, $L, $L)",
                    out,
                    value,
                    writer(entries.key(), depth + 1),
                    writer(entries.value(), depth + 1));
        }
        Composite composite = Composite.of(type);
        // A set is an array like a list, but its items must differ as they are written, too.
        String written = type instanceof ValueType.SetOf ? "Set" : composite.written();
        return CodeBlock.of(
                "$L.write$L$L($L, $L)", out, written, flattened(type), value, writer(composite.item(), depth + 1));
    }

    /** A value of {@code AvroWriter.ValueWriter}. */
    private CodeBlock writer(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar && !isWidened(scalar.kind())) {
            return CodeBlock.of("$T::$L", WRITER, ScalarMethods.avroWrite(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue) {
            return CodeBlock.of("$T::writeEnum", WRITER);
        } else if (type instanceof ValueType.Named nested && !isRecursive(nested.name())) {
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
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return CodeBlock.of("$L.readDecimal($L)", in, ScalarMethods.digits(decimal));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$Lread$L($L)", values(), label(value.name()), in);
        } else if (type instanceof ValueType.Named nested) {
            return isRecursive(nested.name())
                    ? CodeBlock.of("$L.readNested($T::read$L)", in, valueCodec, label(nested.name()))
                    : CodeBlock.of("$Lread$L($L)", values(), label(nested.name()), in);
        } else if (type instanceof ValueType.EntriesOf entries) {
            return CodeBlock.of(
                    "$L.readEntries($L, $L)", in, reader(entries.key(), depth + 1), reader(entries.value(), depth + 1));
        }
        Composite composite = Composite.of(type);
        return CodeBlock.of(
                "$L.read$L$L($L)", in, composite.read(), flattened(type), reader(composite.item(), depth + 1));
    }

    /** A value of {@code AvroReader.ValueReader}. */
    private CodeBlock reader(ValueType type, int depth) {
        if (type instanceof ValueType.Scalar scalar) {
            return CodeBlock.of("$T::$L", READER, ScalarMethods.avroRead(scalar.kind()));
        } else if (type instanceof ValueType.EnumValue value) {
            return CodeBlock.of("$T::read$L", valueCodec, label(value.name()));
        } else if (type instanceof ValueType.Named nested && !isRecursive(nested.name())) {
            return CodeBlock.of("$T::read$L", valueCodec, label(nested.name()));
        }
        return CodeBlock.of("in$L -> $L", depth, read(type, CodeBlock.of("in$L", depth), depth));
    }

    /** The end of the name of methods for null and the types of a union, which are one union in Avro. */
    private static String flattened(ValueType type) {
        return type.mayBeAbsent() && type.parts().get(0) instanceof ValueType.UnionValue ? "Union" : "";
    }

    /** Whether it is to be counted how deep values of a type are, so that its methods are not named as they are. */
    private boolean isRecursive(ClassName name) {
        return owner.values().isRecursive(name);
    }

    /** What a call of a method for values starts with. */
    private CodeBlock values() {
        return self.equals(valueCodec) ? CodeBlock.of("") : CodeBlock.of("$T.", valueCodec);
    }

    private String label(ClassName name) {
        return owner.values().label(name);
    }
}
