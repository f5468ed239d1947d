package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import dev.annals.EventSourced;
import java.util.NoSuchElementException;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** The annotation of a snapshot, value by value. */
public record EventSourcedAnnotation(AnnotationMirror mirror) {

    public static EventSourcedAnnotation of(TypeElement snapshot) {
        return snapshot.getAnnotationMirrors().stream()
                .filter(mirror -> MoreTypes.isTypeOf(EventSourced.class, mirror.getAnnotationType()))
                .map(EventSourcedAnnotation::new)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(snapshot + " is not annotated"));
    }

    /** What is written for a member, or its default. */
    public AnnotationValue value(String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member);
    }
}
