package dev.annals.processor.read;

import dev.annals.processor.model.Location;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
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
}
