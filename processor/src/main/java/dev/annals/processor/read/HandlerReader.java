package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
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
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the {@code decide}, {@code evolve} or {@code on} methods of a record. */
final class HandlerReader {

    private static final String COMMAND_CONTEXT = "dev.annals.CommandContext";
    private static final String EVENT_CONTEXT = "dev.annals.EventContext";
    private static final String CONNECTION = "java.sql.Connection";

    private final Types types;
    private final Elements elements;
    private final Diagnostics diagnostics;
    private final TypeElement owner;

    /**
     * A reader for one type.
     *
     * @param owner the snapshot, projection or reaction that has the methods
     */
    HandlerReader(Types types, Elements elements, Diagnostics diagnostics, TypeElement owner) {
        this.types = types;
        this.elements = elements;
        this.diagnostics = diagnostics;
        this.owner = owner;
    }

    Handlers read(Hierarchy hierarchy, ReturnReader returns) {
        return read(hierarchy.role(), List.of(hierarchy), returns).get(0);
    }

    /** The handlers of several hierarchies that have one role. */
    List<Handlers> read(Role role, List<Hierarchy> hierarchies, ReturnReader returns) {
        List<Hierarchy> whole = hierarchies.stream()
                .filter(hierarchy -> !hierarchy.leaves().isEmpty())
                .toList();
        List<Handler> handlers = new ArrayList<>();
        if (whole.size() == hierarchies.size()) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (method.getSimpleName().contentEquals(role.handler()) && !isComponentAccessor(method)) {
                    handler(role, whole, method, returns).ifPresent(handlers::add);
                }
            }
        }
        return hierarchies.stream()
                .map(hierarchy -> new Handlers(
                        hierarchy,
                        handlers.stream()
                                .filter(handler -> hierarchy.contains(handler.message()))
                                .toList()))
                .toList();
    }

    private boolean isComponentAccessor(ExecutableElement method) {
        return owner.getRecordComponents().stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    private Optional<Handler> handler(
            Role role, List<Hierarchy> hierarchies, ExecutableElement method, ReturnReader returns) {
        List<VariableElement> parameters = new ArrayList<>(method.getParameters());
        if (role == Role.APPLIED && !takeConnection(parameters)) {
            badParameters(role, hierarchies, method);
            return Optional.empty();
        }
        StateParameter state = takeState(method, parameters);
        boolean takesContext = takeContext(role, parameters);
        Optional<ClassName> message = parameters.size() == 1
                ? TypeNames.className(parameters.get(0).asType())
                        .filter(type -> hierarchies.stream().anyMatch(hierarchy -> hierarchy.contains(type)))
                : Optional.empty();
        if (message.isEmpty()) {
            if (parameters.size() != 1
                    || hierarchies.stream().noneMatch(hierarchy -> isBelow(hierarchy.root(), parameters.get(0)))) {
                badParameters(role, hierarchies, method);
            }
            return Optional.empty();
        }
        ReturnReader.Returned returned = returns.read(method);
        return Optional.of(new Handler(
                role,
                method.getSimpleName().toString(),
                message.get(),
                method.getModifiers().contains(Modifier.STATIC),
                method.getModifiers().contains(Modifier.PRIVATE),
                state,
                takesContext,
                returned.how(),
                returned.result(),
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
                || !types.isSameType(parameters.get(0).asType(), owner.asType())) {
            return StateParameter.NONE;
        }
        VariableElement state = parameters.remove(0);
        return Nullability.isNullable(state.asType(), state) ? StateParameter.NULLABLE : StateParameter.PLAIN;
    }

    private static boolean takeContext(Role role, List<VariableElement> parameters) {
        int last = parameters.size() - 1;
        if (role == Role.EVENT
                || last < 1
                || !TypeNames.isA(
                        parameters.get(last).asType(), role == Role.COMMAND ? COMMAND_CONTEXT : EVENT_CONTEXT)) {
            return false;
        }
        parameters.remove(last);
        return true;
    }

    private static boolean takeConnection(List<VariableElement> parameters) {
        int last = parameters.size() - 1;
        if (last < 1 || !TypeNames.isA(parameters.get(last).asType(), CONNECTION)) {
            return false;
        }
        parameters.remove(last);
        return true;
    }

    private void badParameters(Role role, List<Hierarchy> hierarchies, ExecutableElement method) {
        diagnostics.error(
                Code.HANDLER_PARAMETERS,
                ElementLocation.of(method),
                "%s is no %s, which takes %s of %s%s%s. Write these parameters, or give the method another name",
                signature(method),
                role.handler(),
                role.article(),
                hierarchies.stream()
                        .map(hierarchy -> hierarchy.root().simpleName())
                        .collect(Collectors.joining(" or ")),
                contextAdvice(role),
                role == Role.ANSWERED || role == Role.HANDLED || role == Role.APPLIED
                        ? ""
                        : "; a static one may take '@Nullable %s' before it".formatted(owner.getSimpleName()));
    }

    private static String contextAdvice(Role role) {
        return switch (role) {
            case COMMAND -> ", and may take a CommandContext after it";
            case EVENT -> "";
            case PROJECTED, ANSWERED, HANDLED -> ", and may take an EventContext after it";
            case APPLIED -> ", may take an EventContext after it, and takes a java.sql.Connection last";
        };
    }

    private static String signature(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> TypeNames.className(parameter.asType())
                        .map(ClassName::simpleName)
                        .orElseGet(() -> parameter.asType().toString()))
                .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
    }
}
