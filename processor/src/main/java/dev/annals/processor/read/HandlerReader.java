package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Handler.StateParameter;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the {@code decide} or {@code evolve} methods of a snapshot. */
final class HandlerReader {

    private static final String CONTEXT = "dev.annals.CommandContext";
    private static final String DECISION = "dev.annals.Decision";

    private final Types types;
    private final Elements elements;
    private final Diagnostics diagnostics;
    private final TypeElement snapshot;
    private final TypeElement events;

    /**
     * A reader for one aggregate.
     *
     * @param events the root of its events, which {@code decide} returns
     */
    HandlerReader(Types types, Elements elements, Diagnostics diagnostics, TypeElement snapshot, TypeElement events) {
        this.types = types;
        this.elements = elements;
        this.diagnostics = diagnostics;
        this.snapshot = snapshot;
        this.events = events;
    }

    Handlers read(Hierarchy hierarchy) {
        List<Handler> handlers = new ArrayList<>();
        if (hierarchy.leaves().isEmpty()) {
            return new Handlers(hierarchy, handlers);
        }
        for (ExecutableElement method : ElementFilter.methodsIn(snapshot.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(hierarchy.role().handler()) && !isComponentAccessor(method)) {
                handler(hierarchy, method).ifPresent(handlers::add);
            }
        }
        return new Handlers(hierarchy, handlers);
    }

    private boolean isComponentAccessor(ExecutableElement method) {
        return snapshot.getRecordComponents().stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    private Optional<Handler> handler(Hierarchy hierarchy, ExecutableElement method) {
        List<VariableElement> parameters = new ArrayList<>(method.getParameters());
        StateParameter state = takeState(method, parameters);
        boolean takesContext = takeContext(hierarchy.role(), parameters);
        Optional<ClassName> message = parameters.size() == 1
                ? TypeNames.className(parameters.get(0).asType()).filter(hierarchy::contains)
                : Optional.empty();
        if (message.isEmpty()) {
            if (parameters.size() != 1 || !isBelow(hierarchy.root(), parameters.get(0))) {
                badParameters(hierarchy, method);
            }
            return Optional.empty();
        }
        return Optional.of(new Handler(
                hierarchy.role(),
                message.get(),
                method.getModifiers().contains(Modifier.STATIC),
                method.getModifiers().contains(Modifier.PRIVATE),
                state,
                takesContext,
                hierarchy.role() == Role.COMMAND ? decideReturns(method) : evolveReturns(method),
                new MethodFacts(types, elements).checkedExceptions(method),
                signature(method),
                ElementLocation.of(method)));
    }

    /** Whether a parameter is of a type that the hierarchy would hold if it were not in error itself. */
    private boolean isBelow(ClassName root, VariableElement parameter) {
        return types.isAssignable(
                parameter.asType(),
                elements.getTypeElement(root.canonicalName()).asType());
    }

    /** A static handler may take the state first. */
    private StateParameter takeState(ExecutableElement method, List<VariableElement> parameters) {
        if (!method.getModifiers().contains(Modifier.STATIC)
                || parameters.size() < 2
                || !types.isSameType(parameters.get(0).asType(), snapshot.asType())) {
            return StateParameter.NONE;
        }
        VariableElement state = parameters.remove(0);
        return Nullability.isNullable(state.asType(), state) ? StateParameter.NULLABLE : StateParameter.PLAIN;
    }

    private static boolean takeContext(Role role, List<VariableElement> parameters) {
        int last = parameters.size() - 1;
        if (role != Role.COMMAND
                || last < 1
                || !TypeNames.isA(parameters.get(last).asType(), CONTEXT)) {
            return false;
        }
        parameters.remove(last);
        return true;
    }

    private void badParameters(Hierarchy hierarchy, ExecutableElement method) {
        Role role = hierarchy.role();
        diagnostics.error(
                Code.HANDLER_PARAMETERS,
                ElementLocation.of(method),
                "%s is no %s, which takes %s of %s%s; a static one may take '@Nullable %s' before it. Write these"
                        + " parameters, or give the method another name",
                signature(method),
                role.handler(),
                role.article(),
                hierarchy.root().simpleName(),
                role == Role.COMMAND ? ", and may take a CommandContext after it" : "",
                snapshot.getSimpleName());
    }

    private Returns decideReturns(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (type.getKind() != TypeKind.DECLARED || Nullability.isNullable(type, method)) {
            return Returns.SOMETHING_ELSE;
        }
        if (isEvent(type)) {
            return Returns.EVENT;
        }
        DeclaredType declared = MoreTypes.asDeclared(type);
        if (declared.getTypeArguments().size() != 1) {
            return Returns.SOMETHING_ELSE;
        }
        TypeMirror argument = declared.getTypeArguments().get(0);
        if (TypeNames.isA(type, DECISION) && types.isSameType(argument, events.asType())) {
            return Returns.DECISION;
        }
        return TypeNames.isA(type, "java.util.List") && isEvent(upperBound(argument))
                ? Returns.EVENTS
                : Returns.SOMETHING_ELSE;
    }

    private Returns evolveReturns(ExecutableElement method) {
        return types.isSameType(method.getReturnType(), snapshot.asType()) ? Returns.SNAPSHOT : Returns.SOMETHING_ELSE;
    }

    private boolean isEvent(TypeMirror type) {
        return types.isAssignable(type, events.asType());
    }

    private static TypeMirror upperBound(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : type;
    }

    private static String signature(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> TypeNames.className(parameter.asType())
                        .map(ClassName::simpleName)
                        .orElseGet(() -> parameter.asType().toString()))
                .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
    }
}
