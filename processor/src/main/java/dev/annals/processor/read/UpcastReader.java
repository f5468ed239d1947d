package dev.annals.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.FormerVersion;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Upcast;
import dev.annals.processor.model.Versions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the {@code upcast} methods of messages, and with them the records that stand for former versions. */
final class UpcastReader {

    private final ValueTypeReader values;
    private final MethodFacts methods;
    private final Diagnostics diagnostics;

    UpcastReader(ValueTypeReader values, MethodFacts methods, Diagnostics diagnostics) {
        this.values = values;
        this.methods = methods;
        this.diagnostics = diagnostics;
    }

    Versions read(Collection<TypeElement> messages) {
        Map<ClassName, List<Upcast>> upcasts = new LinkedHashMap<>();
        for (TypeElement message : messages) {
            List<Upcast> found = new ArrayList<>();
            ElementFilter.methodsIn(message.getEnclosedElements()).stream()
                    .filter(method ->
                            method.getSimpleName().contentEquals("upcast") && !isComponentAccessor(message, method))
                    .forEach(method -> upcast(message, method).ifPresent(found::add));
            upcasts.put(ClassName.get(message), found);
        }
        return new Versions(upcasts);
    }

    private static boolean isComponentAccessor(TypeElement message, ExecutableElement method) {
        return message.getRecordComponents().stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    private Optional<Upcast> upcast(TypeElement message, ExecutableElement method) {
        Optional<TypeElement> former = method.getParameters().size() == 1
                ? TypeNames.element(method.getParameters().get(0).asType())
                : Optional.empty();
        Optional<AnnotationMirror> stands = former.flatMap(type -> annotation(type));
        if (former.isEmpty()
                || stands.isEmpty()
                || former.get().getKind() != ElementKind.RECORD
                || !former.get().getTypeParameters().isEmpty()) {
            diagnostics.error(
                    Code.BAD_UPCAST,
                    ElementLocation.of(method),
                    "upcast takes a former version of %s, and nothing else: a record without type parameters that is"
                            + " annotated with @FormerVersion. Annotate it, or give the method another name",
                    message.getSimpleName());
            return Optional.empty();
        }
        return Optional.of(upcast(message, method, former.get(), stands.get()));
    }

    private Upcast upcast(TypeElement message, ExecutableElement method, TypeElement former, AnnotationMirror stands) {
        values.requireAccessible(former);
        return new Upcast(
                ClassName.get(message),
                values.records().read(former),
                (String) AnnotationMirrors.getAnnotationValue(stands, "name").getValue(),
                (int) AnnotationMirrors.getAnnotationValue(stands, "version").getValue(),
                TypeName.get(method.getReturnType()).toString(),
                method.getModifiers().contains(Modifier.STATIC)
                        && method.getTypeParameters().isEmpty()
                        && !Nullability.isNullable(method.getReturnType(), method),
                method.getModifiers().contains(Modifier.PRIVATE),
                methods.checkedExceptions(method),
                ElementLocation.of(method),
                at(former, stands, "name"),
                at(former, stands, "version"));
    }

    private static ElementLocation at(TypeElement former, AnnotationMirror stands, String member) {
        return new ElementLocation(former, stands, AnnotationMirrors.getAnnotationValue(stands, member));
    }

    private static Optional<AnnotationMirror> annotation(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> MoreTypes.isTypeOf(FormerVersion.class, mirror.getAnnotationType()))
                .map(mirror -> (AnnotationMirror) mirror)
                .findFirst();
    }
}
