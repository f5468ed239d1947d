package dev.annals.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Whether something is marked as nullable, by any annotation of that simple name, on the type or on the declaration. */
final class Nullability {

    private Nullability() {}

    static boolean isNullable(TypeMirror type, Element... declarations) {
        return Stream.concat(Stream.of(type), Stream.of(declarations)).anyMatch(Nullability::hasAnnotation);
    }

    static boolean hasAnnotation(AnnotatedConstruct construct) {
        return List.copyOf(construct.getAnnotationMirrors()).stream()
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Nullable"));
    }
}
