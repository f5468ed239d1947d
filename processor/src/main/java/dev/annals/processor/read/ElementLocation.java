package dev.annals.processor.read;

import dev.annals.processor.model.Location;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A location that the compiler knows.
 *
 * @param annotation an annotation of the element, or null
 * @param value a value of the annotation, or null
 */
public record ElementLocation(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) implements Location {

    static ElementLocation of(Element element) {
        return new ElementLocation(element, null, null);
    }

    /** The component's field: javac knows where that stands, and of the component itself it does not. */
    static ElementLocation of(RecordComponentElement component) {
        Element record = Objects.requireNonNull(component.getEnclosingElement());
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(field -> new ElementLocation(field, null, null))
                .findFirst()
                .orElseGet(() -> new ElementLocation(component, null, null));
    }
}
