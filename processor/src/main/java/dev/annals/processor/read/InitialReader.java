package dev.annals.processor.read;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the {@code initial()} of a record. */
final class InitialReader {

    private InitialReader() {}

    /** Whether there is one; what is wrong about it is reported. */
    static boolean has(Types types, Diagnostics diagnostics, TypeElement record) {
        for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals("initial")
                    && method.getParameters().isEmpty()
                    && method.getModifiers().contains(Modifier.STATIC)) {
                requireValid(types, diagnostics, record, method);
                return true;
            }
        }
        return false;
    }

    private static void requireValid(
            Types types, Diagnostics diagnostics, TypeElement record, ExecutableElement initial) {
        if (initial.getModifiers().contains(Modifier.PRIVATE)
                || !types.isSameType(initial.getReturnType(), record.asType())
                || Nullability.isNullable(initial.getReturnType(), initial)
                || !initial.getTypeParameters().isEmpty()
                || !initial.getThrownTypes().isEmpty()) {
            diagnostics.error(
                    Code.BAD_INITIAL,
                    ElementLocation.of(initial),
                    "initial() is the state of an entity that nothing has happened to: write 'static %s initial()'",
                    record.getSimpleName());
        }
    }
}
