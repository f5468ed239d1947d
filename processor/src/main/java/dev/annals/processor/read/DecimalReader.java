package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import dev.annals.Decimal;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.ValueType.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Reads {@link Decimal}, on a type or on the component that has it. */
final class DecimalReader {

    /** What the annotation says. */
    private record Digits(int precision, int scale) {}

    private DecimalReader() {}

    /**
     * A type with the digits that are declared for it.
     *
     * @param plain the type without them
     */
    static ValueType read(ValueType plain, TypeMirror type, Element... declarations) {
        return decimal(type, declarations)
                .map(decimal -> read(plain, type, decimal))
                .orElse(plain);
    }

    private static ValueType read(ValueType plain, TypeMirror type, Digits decimal) {
        if (!(plain instanceof ValueType.Scalar scalar)
                || (scalar.kind() != ScalarKind.BIG_DECIMAL && scalar.kind() != ScalarKind.BIG_INTEGER)) {
            return unsupported(
                    type,
                    "leave @Decimal out, or write it before a BigDecimal or BigInteger, also inside another type");
        }
        boolean whole = scalar.kind() == ScalarKind.BIG_INTEGER;
        if (decimal.precision() < 1) {
            return unsupported(type, "write a precision of at least 1");
        } else if (decimal.scale() < 0 || decimal.scale() > decimal.precision()) {
            return unsupported(type, "write a scale from 0 to the precision, " + decimal.precision());
        } else if (whole && decimal.scale() > 0) {
            return unsupported(type, "leave the scale out: a BigInteger has no digits behind the point");
        }
        return new ValueType.DecimalValue(decimal.precision(), decimal.scale(), whole);
    }

    private static Unsupported unsupported(TypeMirror type, String advice) {
        return new Unsupported("@Decimal " + ValueTypeReader.text(type), advice);
    }

    /** Of types, javac has no annotations by their classes, and these mirrors. */
    private static Optional<Digits> decimal(TypeMirror type, Element... declarations) {
        return Stream.<AnnotatedConstruct>concat(Stream.of(type), Stream.of(declarations))
                .flatMap(construct -> List.<AnnotationMirror>copyOf(construct.getAnnotationMirrors()).stream())
                .filter(mirror -> TypeNames.isA(mirror.getAnnotationType(), Decimal.class.getName()))
                .findFirst()
                .map(mirror -> new Digits(value(mirror, "precision"), value(mirror, "scale")));
    }

    private static int value(AnnotationMirror mirror, String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member).getValue() instanceof Integer number ? number : 0;
    }
}
