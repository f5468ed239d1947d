package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.ValueType.Unsupported;
import dev.annals.processor.model.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types of record components, and gathers the records and enums that they are made of. */
final class ValueTypeReader {

    private static final String ADVICE = "write a primitive or its box, String, UUID, BigDecimal, Instant, LocalDate,"
            + " LocalTime, LocalDateTime, byte[], an enum, a record, or an Optional, List, Set or Map<String, …> of these";

    private static final Map<TypeKind, ScalarKind> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, ScalarKind.BOOLEAN,
            TypeKind.BYTE, ScalarKind.BYTE,
            TypeKind.SHORT, ScalarKind.SHORT,
            TypeKind.INT, ScalarKind.INT,
            TypeKind.LONG, ScalarKind.LONG,
            TypeKind.FLOAT, ScalarKind.FLOAT,
            TypeKind.DOUBLE, ScalarKind.DOUBLE);

    private static final Map<String, ScalarKind> SCALARS = Map.ofEntries(
            Map.entry("java.lang.Boolean", ScalarKind.BOOLEAN),
            Map.entry("java.lang.Byte", ScalarKind.BYTE),
            Map.entry("java.lang.Short", ScalarKind.SHORT),
            Map.entry("java.lang.Integer", ScalarKind.INT),
            Map.entry("java.lang.Long", ScalarKind.LONG),
            Map.entry("java.lang.Float", ScalarKind.FLOAT),
            Map.entry("java.lang.Double", ScalarKind.DOUBLE),
            Map.entry("java.lang.String", ScalarKind.STRING),
            Map.entry("java.math.BigDecimal", ScalarKind.BIG_DECIMAL),
            Map.entry("java.util.UUID", ScalarKind.UUID),
            Map.entry("java.time.Instant", ScalarKind.INSTANT),
            Map.entry("java.time.LocalDate", ScalarKind.LOCAL_DATE),
            Map.entry("java.time.LocalTime", ScalarKind.LOCAL_TIME),
            Map.entry("java.time.LocalDateTime", ScalarKind.LOCAL_DATE_TIME));

    private final RecordReader records;
    private final Diagnostics diagnostics;
    private final ClassFiles classFiles;
    private final TypeElement snapshot;
    private final String fromPackage;
    private final Map<ClassName, RecordType> recordsByName = new LinkedHashMap<>();
    private final Map<ClassName, EnumType> enumsByName = new LinkedHashMap<>();

    /**
     * A reader for one aggregate.
     *
     * @param snapshot its snapshot, in whose package code is generated
     */
    ValueTypeReader(ClassFiles classFiles, Diagnostics diagnostics, TypeElement snapshot) {
        this.classFiles = classFiles;
        this.diagnostics = diagnostics;
        this.snapshot = snapshot;
        this.fromPackage = MoreElements.getPackage(snapshot).getQualifiedName().toString();
        this.records = new RecordReader(this);
    }

    RecordReader records() {
        return records;
    }

    /** All records and enums that were met. */
    Values values() {
        recordsByName.values().removeIf(record -> record.location() == RecordReader.IN_PROGRESS);
        return new Values(recordsByName, enumsByName);
    }

    /**
     * The mapping of a type.
     *
     * @param declarations what carries the type's annotations where they are not type-use annotations
     */
    ValueType read(TypeMirror type, Element... declarations) {
        ValueType plain = readPlain(type);
        boolean nullable = Nullability.isNullable(type, declarations);
        if (nullable && (plain instanceof ValueType.OptionalOf || type.getKind().isPrimitive())) {
            return new Unsupported("@Nullable " + text(type), "leave @Nullable out");
        }
        return nullable && !(plain instanceof Unsupported) ? new ValueType.NullableOf(plain) : plain;
    }

    private ValueType readPlain(TypeMirror type) {
        ScalarKind primitive = PRIMITIVES.get(type.getKind());
        if (primitive != null) {
            return new ValueType.Scalar(primitive);
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
        ScalarKind scalar = SCALARS.get(element.getQualifiedName().toString());
        if (scalar != null) {
            return new ValueType.Scalar(scalar);
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return switch (element.getQualifiedName().toString()) {
            case "java.util.Optional" -> optional(type, arguments);
            case "java.util.List" -> arguments.isEmpty() ? raw(type) : new ValueType.ListOf(read(arguments.get(0)));
            case "java.util.Set" -> arguments.isEmpty() ? raw(type) : new ValueType.SetOf(read(arguments.get(0)));
            case "java.util.Map" -> map(type, arguments);
            default -> userType(type, element);
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

    private ValueType map(DeclaredType type, List<? extends TypeMirror> arguments) {
        if (arguments.isEmpty()) {
            return raw(type);
        }
        return TypeNames.isA(arguments.get(0), "java.lang.String")
                ? new ValueType.MapOf(read(arguments.get(1)))
                : new Unsupported(text(type), "write a Map<String, …>, or a List of records");
    }

    private ValueType userType(DeclaredType type, TypeElement element) {
        if (element.getKind() != ElementKind.ENUM && element.getKind() != ElementKind.RECORD) {
            return new Unsupported(text(type), ADVICE);
        }
        if (!element.getTypeParameters().isEmpty()) {
            return new Unsupported(text(type), "write a record without type parameters");
        }
        requireAccessible(element);
        return element.getKind() == ElementKind.ENUM ? enumValue(element) : recordValue(element);
    }

    private ValueType enumValue(TypeElement element) {
        ClassName name = ClassName.get(element);
        List<String> constants = element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
        if (constants.isEmpty()) {
            return new Unsupported(
                    element.getSimpleName().toString(), "give the enum a constant: there is no value of it");
        }
        enumsByName.putIfAbsent(name, new EnumType(name, constants, ElementLocation.of(element)));
        return new ValueType.EnumValue(name);
    }

    private ValueType recordValue(TypeElement element) {
        if (element.getRecordComponents().isEmpty()) {
            return new Unsupported(element.getSimpleName().toString(), "give the record a component: it says nothing");
        }
        ClassName name = ClassName.get(element);
        if (!recordsByName.containsKey(name)) {
            // Holds the place first, for a record that holds itself.
            recordsByName.put(name, RecordReader.inProgress(name));
            recordsByName.put(name, records.read(element));
        }
        return new ValueType.RecordValue(name);
    }

    void requireAccessible(TypeElement element) {
        if (!TypeNames.isAccessible(element, fromPackage)) {
            diagnostics.error(
                    Code.INACCESSIBLE,
                    ElementLocation.of(element),
                    "%s cannot be used by code in package %s, where Annals generates. Make it %s",
                    element.getSimpleName(),
                    fromPackage,
                    samePackageHint(element));
        }
    }

    void requireKnownNullness(TypeElement record) {
        if (classFiles.hidesNullness(record)) {
            diagnostics.error(
                    Code.NULLNESS_UNKNOWN,
                    ElementLocation.of(snapshot),
                    "What is @Nullable in %s is not known: it comes from a class file, of which this compiler does not tell"
                            + " the type annotations. Compile with JDK 22 or later, or move the record's source here",
                    record.getQualifiedName());
        }
    }

    private String samePackageHint(TypeElement element) {
        return ClassName.get(element).packageName().equals(fromPackage)
                ? "and the types around it package-private or public"
                : "and the types around it public";
    }

    private static Unsupported raw(DeclaredType type) {
        boolean map = TypeNames.isA(type, "java.util.Map");
        return new Unsupported(text(type), "say of what: " + text(type) + (map ? "<String, String>" : "<String>"));
    }

    private static String text(TypeMirror type) {
        return TypeName.get(type).toString();
    }
}
