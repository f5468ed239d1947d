package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.annals.Key;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Handler.StateParameter;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods that derive a projection's keys from events. */
final class KeyMethodReader {

    private static final String CONTEXT = "dev.annals.EventContext";

    private final Types types;
    private final Elements elements;
    private final KeyReader keys;
    private final Diagnostics diagnostics;
    private final TypeElement record;
    private final Set<KeyType> found = new LinkedHashSet<>();
    private boolean complete = true;

    KeyMethodReader(Types types, Elements elements, KeyReader keys, Diagnostics diagnostics, TypeElement record) {
        this.types = types;
        this.elements = elements;
        this.keys = keys;
        this.diagnostics = diagnostics;
        this.record = record;
    }

    /** The types of the keys that were met. */
    Set<KeyType> found() {
        return found;
    }

    /** Whether nothing is wrong with any of the methods. */
    boolean isComplete() {
        return complete;
    }

    /** The methods, for each hierarchy of events. */
    List<Handlers> read(List<Hierarchy> hierarchies) {
        List<Handler> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
            if (method.getAnnotation(Key.class) != null) {
                read(method, hierarchies).ifPresent(methods::add);
            }
        }
        return hierarchies.stream()
                .map(hierarchy -> new Handlers(
                        hierarchy,
                        methods.stream()
                                .filter(method -> hierarchy.contains(method.message()))
                                .toList()))
                .toList();
    }

    private Optional<Handler> read(ExecutableElement method, List<Hierarchy> hierarchies) {
        List<VariableElement> parameters = new ArrayList<>(method.getParameters());
        boolean takesContext =
                parameters.size() == 2 && TypeNames.isA(parameters.remove(1).asType(), CONTEXT);
        Optional<ClassName> message = parameters.size() == 1
                        && takesContext == (method.getParameters().size() == 2)
                ? TypeNames.className(parameters.get(0).asType())
                        .filter(type -> hierarchies.stream().anyMatch(hierarchy -> hierarchy.contains(type)))
                : Optional.empty();
        Returns returns = returns(method);
        if (message.isEmpty()
                || returns == Returns.SOMETHING_ELSE
                || !method.getModifiers().contains(Modifier.STATIC)) {
            complete = false;
            diagnostics.error(
                    Code.PROJECTION_KEY,
                    ElementLocation.of(method),
                    "@Key on a method of a projection derives its key from an event. Write 'static K %s(Event event)', with"
                            + " an event of %s, perhaps an EventContext after it, and for K a String, UUID, int, long, an enum,"
                            + " or a record of one such component, an Optional or a Collection of it",
                    method.getSimpleName(),
                    hierarchies.stream()
                            .map(hierarchy -> hierarchy.root().simpleName())
                            .toList());
            return Optional.empty();
        }
        return Optional.of(new Handler(
                Role.PROJECTED,
                method.getSimpleName().toString(),
                message.get(),
                true,
                method.getModifiers().contains(Modifier.PRIVATE),
                StateParameter.NONE,
                takesContext,
                returns,
                Optional.empty(),
                new MethodFacts(types, elements).checkedExceptions(method),
                method.getSimpleName() + "(" + message.get().simpleName() + ")",
                ElementLocation.of(method)));
    }

    private Returns returns(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (Nullability.isNullable(type, method)) {
            return Returns.SOMETHING_ELSE;
        }
        if (isKey(type)) {
            return Returns.KEY;
        }
        if (type.getKind() != TypeKind.DECLARED
                || MoreTypes.asDeclared(type).getTypeArguments().size() != 1
                || !isKey(MoreTypes.asDeclared(type).getTypeArguments().get(0))) {
            return Returns.SOMETHING_ELSE;
        }
        if (TypeNames.isA(type, "java.util.Optional")) {
            return Returns.OPTIONAL_KEY;
        }
        TypeMirror collection =
                types.erasure(elements.getTypeElement("java.util.Collection").asType());
        return types.isAssignable(types.erasure(type), collection) ? Returns.KEYS : Returns.SOMETHING_ELSE;
    }

    private boolean isKey(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) {
            return false;
        }
        Optional<KeyType> key = keys.keyType(type);
        key.ifPresent(found::add);
        return key.isPresent();
    }
}
