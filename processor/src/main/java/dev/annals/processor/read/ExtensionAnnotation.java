package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import dev.annals.StreamsExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** The annotation of an extension, value by value. */
public record ExtensionAnnotation(AnnotationMirror mirror) {

    public static ExtensionAnnotation of(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .filter(mirror -> MoreTypes.isTypeOf(StreamsExtension.class, mirror.getAnnotationType()))
                .map(ExtensionAnnotation::new)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(method + " is not annotated"));
    }

    AnnotationValue value(String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member);
    }

    String text(String member) {
        return (String) value(member).getValue();
    }

    /** The types whose events are read, each with the place where it is named; what is no type is left out. */
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
