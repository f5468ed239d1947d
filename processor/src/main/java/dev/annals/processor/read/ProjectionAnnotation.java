package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import dev.annals.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The annotation of a read model, value by value. */
public record ProjectionAnnotation(AnnotationMirror mirror) {

    public static ProjectionAnnotation of(TypeElement record) {
        return record.getAnnotationMirrors().stream()
                .filter(mirror -> MoreTypes.isTypeOf(Projection.class, mirror.getAnnotationType()))
                .map(ProjectionAnnotation::new)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(record + " is not annotated"));
    }

    AnnotationValue value(String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member);
    }

    String text(String member) {
        return (String) value(member).getValue();
    }

    int version() {
        return (Integer) value("version").getValue();
    }

    /** The types whose events are folded, each with the place where it is named; what is no type is left out. */
    public List<Named> from() {
        List<Named> from = new ArrayList<>();
        for (Object each : (List<?>) value("from").getValue()) {
            AnnotationValue value = (AnnotationValue) each;
            if (value.getValue() instanceof TypeMirror type) {
                from.add(new Named(type, value));
            }
        }
        return from;
    }

    /** A type, and the place where it is named. */
    public record Named(TypeMirror type, AnnotationValue value) {}
}
