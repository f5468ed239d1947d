package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.annals.Deadline;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.DeadlineMethod;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Reads the methods of a snapshot that say what is due of it. */
record DeadlineReader(MethodFacts facts, Diagnostics diagnostics) {

    List<DeadlineMethod> read(TypeElement snapshot, Hierarchy commands, Optional<Key> key) {
        List<DeadlineMethod> found = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(snapshot.getEnclosedElements())) {
            if (method.getAnnotation(Deadline.class) != null && require(method, commands, key)) {
                add(method, found);
            }
        }
        return found.stream().sorted(Comparator.comparing(DeadlineMethod::name)).toList();
    }

    private void add(ExecutableElement method, List<DeadlineMethod> found) {
        String name = method.getSimpleName().toString();
        if (found.stream().anyMatch(other -> other.name().equals(name))) {
            diagnostics.error(
                    Code.BAD_DEADLINE,
                    ElementLocation.of(method),
                    "There is another @Deadline %s, and a deadline is known by its name: give this one another",
                    name);
        } else {
            found.add(new DeadlineMethod(name, !method.getParameters().isEmpty()));
        }
    }

    private boolean require(ExecutableElement method, Hierarchy commands, Optional<Key> key) {
        boolean fits = !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && facts.checkedExceptions(method).isEmpty()
                && takesKeyAtMost(method.getParameters(), key)
                && isDue(method.getReturnType(), commands);
        if (!fits) {
            diagnostics.error(
                    Code.BAD_DEADLINE,
                    ElementLocation.of(method),
                    "@Deadline belongs on a method that says which command is due of a state, and when. Write"
                            + " 'Optional<Due<%s>> %s()', perhaps with the entity's key, '%s', as its parameter; not static, not"
                            + " private, and without checked exceptions",
                    commands.root().simpleName(),
                    method.getSimpleName(),
                    key.map(of -> SimpleNames.of(of.type().boxed()) + " key").orElse("Key key"));
        }
        return fits;
    }

    private static boolean takesKeyAtMost(List<? extends VariableElement> parameters, Optional<Key> key) {
        // Where the key is wrong, that is said elsewhere.
        return parameters.isEmpty()
                || (parameters.size() == 1
                        && key.map(of -> boxed(parameters.get(0))
                                        .equals(of.type().boxed()))
                                .orElse(true));
    }

    private static TypeName boxed(VariableElement parameter) {
        TypeName type = TypeName.get(parameter.asType()).withoutAnnotations();
        return type.isPrimitive() ? type.box() : type;
    }

    /** Whether it is an optional command of the aggregate's that is due. */
    private static boolean isDue(TypeMirror type, Hierarchy commands) {
        return argument(type, "java.util.Optional")
                .flatMap(due -> argument(due, "dev.annals.Due"))
                .flatMap(TypeNames::className)
                .filter(commands::contains)
                .isPresent();
    }

    private static Optional<TypeMirror> argument(TypeMirror type, String of) {
        if (type.getKind() != TypeKind.DECLARED
                || !TypeNames.isA(type, of)
                || MoreTypes.asDeclared(type).getTypeArguments().size() != 1) {
            return Optional.empty();
        }
        TypeMirror argument = MoreTypes.asDeclared(type).getTypeArguments().get(0);
        return Optional.ofNullable(argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument);
    }
}
