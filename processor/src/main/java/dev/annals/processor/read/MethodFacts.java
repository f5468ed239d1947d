package dev.annals.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What has to be asked of methods of a domain, whatever they are for. */
final class MethodFacts {

    private final Types types;
    private final TypeMirror unchecked;
    private final TypeMirror error;

    MethodFacts(Types types, Elements elements) {
        this.types = types;
        this.unchecked = elements.getTypeElement("java.lang.RuntimeException").asType();
        this.error = elements.getTypeElement("java.lang.Error").asType();
    }

    List<String> checkedExceptions(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .filter(thrown -> !types.isSubtype(thrown, unchecked) && !types.isSubtype(thrown, error))
                .map(TypeMirror::toString)
                .toList();
    }
}
