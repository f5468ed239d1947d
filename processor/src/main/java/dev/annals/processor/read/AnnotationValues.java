package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** An annotation of an element, value by value. */
public record AnnotationValues(Element element, AnnotationMirror mirror) {

    /**
     * The values of an annotation.
     *
     * @throws NoSuchElementException when the element has none of this type
     */
    public static AnnotationValues of(Element element, Class<? extends Annotation> type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> MoreTypes.isTypeOf(type, mirror.getAnnotationType()))
                .map(mirror -> new AnnotationValues(element, mirror))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(element + " is not annotated"));
    }

    /** What is written for a member, or its default. */
    public AnnotationValue value(String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member);
    }

    String text(String member) {
        return (String) value(member).getValue();
    }

    boolean flag(String member) {
        return (Boolean) value(member).getValue();
    }

    /** Whether its {@code start} is now. */
    boolean isFromNow() {
        return ((VariableElement) value("start").getValue()).getSimpleName().contentEquals("NOW");
    }

    int number(String member) {
        return (Integer) value(member).getValue();
    }

    /** The types of a member, each with the place where it is named; what is no type is left out. */
    public List<Named> types(String member) {
        List<Named> types = new ArrayList<>();
        for (Object each : (List<?>) value(member).getValue()) {
            AnnotationValue named = (AnnotationValue) each;
            if (named.getValue() instanceof TypeMirror type) {
                types.add(new Named(type, new ElementLocation(element, mirror, named)));
            }
        }
        return types;
    }

    /** Where a member is written. */
    ElementLocation at(String member) {
        return new ElementLocation(element, mirror, value(member));
    }

    /** A type, and the place where it is named. */
    public record Named(TypeMirror type, ElementLocation place) {}
}
