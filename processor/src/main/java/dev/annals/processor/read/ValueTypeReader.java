package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.ValueType.Unsupported;
import dev.annals.processor.model.Values;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads the types of record components, and gathers the records, enums and sealed interfaces that they are made of. */
final class ValueTypeReader {

    static final String ADVICE =
            "write a primitive or its box, String, UUID, BigDecimal, BigInteger, Instant, LocalDate,"
                    + " LocalTime, LocalDateTime, OffsetDateTime, ZonedDateTime, Duration, byte[], an enum, a record, a sealed"
                    + " interface of records, or an Optional, List, Set or Map of these";

    private final NamedTypes named;

    /**
     * A reader for one aggregate.
     *
     * @param snapshot its snapshot, in whose package code is generated
     */
    ValueTypeReader(ClassFiles classFiles, Elements elements, Diagnostics diagnostics, TypeElement snapshot) {
        this.named = new NamedTypes(this, new Access(classFiles, diagnostics, snapshot), elements, diagnostics);
    }

    RecordReader records() {
        return named.records();
    }

    /** All records, enums and sealed interfaces that were met. */
    Values values() {
        return named.values();
    }

    void requireAccessible(TypeElement element) {
        named.access().requireAccessible(element);
    }

    /**
     * The mapping of a type.
     *
     * @param declarations what carries the type's annotations where they are not type-use annotations
     */
    ValueType read(TypeMirror type, Element... declarations) {
        ValueType plain = DecimalReader.read(readPlain(type), type, declarations);
        boolean nullable = Nullability.isNullable(type, declarations);
        if (nullable && (plain instanceof ValueType.OptionalOf || type.getKind().isPrimitive())) {
            return new Unsupported("@Nullable " + text(type), "leave @Nullable out");
        }
        return nullable && !(plain instanceof Unsupported) ? new ValueType.NullableOf(plain) : plain;
    }

    private ValueType readPlain(TypeMirror type) {
        Optional<ScalarKind> primitive = ScalarTypes.ofPrimitive(type.getKind());
        if (primitive.isPresent()) {
            return new ValueType.Scalar(primitive.get());
        }
        return switch (type.getKind()) {
            case ARRAY -> array((ArrayType) type);
            case DECLARED -> declared(MoreTypes.asDeclared(type));
            default -> new Unsupported(text(type), ADVICE);
        };
    }

    private ValueType array(ArrayType type) {
        if (Nullability.hasAnnotation(type.getComponentType())) {
            return new Unsupported(text(type), "write 'byte @Nullable []'");
        }
        return type.getComponentType().getKind() == TypeKind.BYTE
                ? new ValueType.Scalar(ScalarKind.BYTES)
                : new Unsupported(text(type), "write a List");
    }

    private ValueType declared(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        Optional<ScalarKind> scalar = ScalarTypes.ofClass(element.getQualifiedName());
        if (scalar.isPresent()) {
            return new ValueType.Scalar(scalar.get());
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return switch (element.getQualifiedName().toString()) {
            case "java.util.Optional" -> optional(type, arguments);
            case "java.util.List" -> arguments.isEmpty() ? raw(type) : new ValueType.ListOf(read(arguments.get(0)));
            case "java.util.Set" -> arguments.isEmpty() ? raw(type) : new ValueType.SetOf(read(arguments.get(0)));
            case "java.util.Map" -> arguments.isEmpty() ? raw(type) : map(type, arguments.get(0), arguments.get(1));
            default -> named.read(type, element);
        };
    }

    private ValueType optional(DeclaredType type, List<? extends TypeMirror> arguments) {
        if (arguments.isEmpty()) {
            return raw(type);
        }
        ValueType value = read(arguments.get(0));
        return value instanceof ValueType.OptionalOf || value instanceof ValueType.NullableOf
                ? new Unsupported(text(type), "write one Optional: one absence is all that Avro and JSON tell")
                : new ValueType.OptionalOf(value);
    }

    private ValueType map(DeclaredType type, TypeMirror keyType, TypeMirror valueType) {
        ValueType key = read(keyType);
        ValueType value = read(valueType);
        if (key.equals(new ValueType.Scalar(ScalarKind.STRING))) {
            return new ValueType.MapOf(value);
        } else if (key instanceof Unsupported || isKey(key)) {
            return new ValueType.EntriesOf(key, value);
        }
        return new Unsupported(
                text(type),
                "write a key that is always there and is one value: a String, UUID, number, date, time, enum or record");
    }

    /** Whether two keys can be told apart: not arrays, of which Java does not say whether they are equal. */
    private static boolean isKey(ValueType type) {
        return type.parts().isEmpty() && !type.equals(new ValueType.Scalar(ScalarKind.BYTES));
    }

    private static Unsupported raw(DeclaredType type) {
        boolean map = TypeNames.isA(type, "java.util.Map");
        return new Unsupported(text(type), "say of what: " + text(type) + (map ? "<String, String>" : "<String>"));
    }

    static String text(TypeMirror type) {
        return TypeName.get(type).toString();
    }
}
