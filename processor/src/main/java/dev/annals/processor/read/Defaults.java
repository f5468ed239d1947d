package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import dev.annals.Default;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;

/** Reads {@link Default}, which has a value on components and none on enum constants. */
final class Defaults {

    private final Diagnostics diagnostics;

    Defaults(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Optional<String> ofComponent(RecordComponentElement component) {
        Optional<AnnotationMirror> annotation = annotation(component);
        if (annotation.isPresent() && !hasValue(annotation.get())) {
            diagnostics.error(
                    Code.BAD_DEFAULT,
                    ElementLocation.of(component),
                    "@Default on %s says of no value: write @Default(\"…\"), with the value as JSON",
                    component.getSimpleName());
            return Optional.empty();
        }
        return annotation.map(mirror ->
                (String) AnnotationMirrors.getAnnotationValue(mirror, "value").getValue());
    }

    boolean isOn(VariableElement constant) {
        Optional<AnnotationMirror> annotation = annotation(constant);
        if (annotation.isPresent() && hasValue(annotation.get())) {
            diagnostics.error(
                    Code.BAD_DEFAULT,
                    ElementLocation.of(constant),
                    "%s is itself what unknown symbols are read as: write @Default without a value",
                    constant.getSimpleName());
        }
        return annotation.isPresent();
    }

    private static Optional<AnnotationMirror> annotation(Element element) {
        return MoreElements.getAnnotationMirror(element, Default.class).toJavaUtil();
    }

    private static boolean hasValue(AnnotationMirror annotation) {
        return !annotation.getElementValues().isEmpty();
    }
}
