package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.StateParameter;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that calls the handlers of a record.
 *
 * @param record the snapshot or projection that declares them
 */
record HandlerCalls(ClassName record) {

    private static final ClassName EXISTENCE = ClassName.get("dev.annals.aggregate", "Existence");

    /** With {@code initial()}, a variable that is never null; its name, or that of the parameter. */
    String addState(MethodSpec.Builder method, VariableNames names, List<Handler> handlers, boolean hasInitial) {
        boolean used = handlers.stream().anyMatch(handler -> !handler.creates());
        if (!hasInitial || !used) {
            return "state";
        }
        String variable = names.of(record);
        method.addStatement("$T $L = state == null ? $T.initial() : state", record, variable, record);
        return variable;
    }

    /** Opens the case of a handler. */
    static void begin(MethodSpec.Builder method, Handler handler, String message, ClassName root, String variable) {
        if (handler.message().equals(root)) {
            method.addStatement("$T $L = $L", root, variable, message);
        } else {
            method.beginControlFlow("if ($L instanceof $T $L)", message, handler.message(), variable);
        }
    }

    /** Closes the case of a handler. */
    static void end(MethodSpec.Builder method, Handler handler, ClassName root) {
        if (!handler.message().equals(root)) {
            method.endControlFlow();
        }
    }

    /** Whether one of the handlers takes all messages, so that nothing can follow the cases. */
    static boolean takeAll(List<Handler> handlers, ClassName root) {
        return handlers.stream().anyMatch(handler -> handler.message().equals(root));
    }

    /** Returns the state that a handler makes of an event. */
    void returnEvolved(MethodSpec.Builder method, Handler handler, String state, String variable, boolean hasInitial) {
        if (handler.creates()) {
            method.addStatement("$T.requireNone(state, event)", EXISTENCE);
        }
        CodeBlock target = hasInitial || handler.isStatic()
                ? CodeBlock.of("$L", state)
                : CodeBlock.of("$T.require($L, event)", EXISTENCE, state);
        method.addStatement("return $L", call(handler, target, state, variable));
    }

    /**
     * The call of a handler.
     *
     * @param target what an instance method is called on
     */
    CodeBlock call(Handler handler, CodeBlock target, String state, String variable) {
        return CodeBlock.of(
                "$L.$L($L)",
                handler.isStatic() ? CodeBlock.of("$T", record) : target,
                handler.name(),
                CodeBlock.join(arguments(handler, state, variable), ", "));
    }

    private static List<CodeBlock> arguments(Handler handler, String state, String variable) {
        List<CodeBlock> arguments = new ArrayList<>();
        if (handler.state() != StateParameter.NONE) {
            arguments.add(CodeBlock.of("$L", state));
        }
        arguments.add(CodeBlock.of("$L", variable));
        if (handler.takesContext()) {
            arguments.add(CodeBlock.of("context"));
        }
        if (handler.role() == Role.APPLIED) {
            arguments.add(CodeBlock.of("sql"));
        }
        return arguments;
    }
}
