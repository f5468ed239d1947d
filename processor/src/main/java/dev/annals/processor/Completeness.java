package dev.annals.processor;

import com.google.auto.common.MoreTypes;
import com.google.auto.common.SuperficialValidation;
import dev.annals.EventSourced;
import dev.annals.Projection;
import dev.annals.processor.read.AnnotationValues;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether everything that an annotated snapshot names is known to the compiler. */
final class Completeness {

    private Completeness() {}

    static boolean isComplete(TypeElement snapshot) {
        return isComplete(snapshot.asType(), new HashSet<>())
                && isComplete(snapshot, "commands")
                && isComplete(snapshot, "events");
    }

    /** The same of an annotated projection. */
    static boolean isCompleteProjection(TypeElement record) {
        return isComplete(record.asType(), new HashSet<>())
                && AnnotationValues.of(record, Projection.class).types("from").stream()
                        .allMatch(Completeness::isComplete);
    }

    /** The same of what has an annotation that names aggregates. */
    static boolean isComplete(
            List<? extends Element> annotated, Class<? extends Annotation> annotation, String... members) {
        return annotated.stream()
                .allMatch(element -> Arrays.stream(members)
                                .flatMap(member -> AnnotationValues.of(element, annotation).types(member).stream())
                                .allMatch(Completeness::isComplete)
                        && SuperficialValidation.validateElement(element));
    }

    /** The same of a sealed interface, with all that it permits. */
    static boolean isCompleteHierarchy(TypeElement root) {
        return isComplete(root.asType(), new HashSet<>());
    }

    private static boolean isComplete(AnnotationValues.Named named) {
        return isSnapshot(named.type())
                ? isComplete(MoreTypes.asTypeElement(named.type()))
                : named.type().getKind() != TypeKind.ERROR;
    }

    private static boolean isComplete(TypeElement snapshot, String member) {
        Object value =
                AnnotationValues.of(snapshot, EventSourced.class).value(member).getValue();
        return value instanceof TypeMirror type && isComplete(type, new HashSet<>());
    }

    private static boolean isSnapshot(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && MoreTypes.asTypeElement(type).getAnnotation(EventSourced.class) != null;
    }

    private static boolean isComplete(TypeMirror type, Set<TypeElement> seen) {
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind() != TypeKind.ERROR;
        }
        TypeElement element = MoreTypes.asTypeElement(type);
        return MoreTypes.asDeclared(type).getTypeArguments().stream().allMatch(argument -> isComplete(argument, seen))
                && (!isOfDomain(element) || !seen.add(element) || isComplete(element, seen));
    }

    private static boolean isOfDomain(TypeElement element) {
        return element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.INTERFACE;
    }

    private static boolean isComplete(TypeElement element, Set<TypeElement> seen) {
        return SuperficialValidation.validateElement(element)
                && element.getPermittedSubclasses().stream().allMatch(below -> isComplete(below, seen))
                && element.getRecordComponents().stream().allMatch(component -> isComplete(component.asType(), seen));
    }
}
