package dev.annals.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Handler.StateParameter;
import dev.annals.processor.model.Handlers;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The methods that pass each command and each event to the handler for it. */
final class HandlerCode {

    private static final ClassName CONTEXT = ClassName.get("dev.annals", "CommandContext");
    private static final ClassName DECISION = ClassName.get("dev.annals", "Decision");
    private static final ClassName EXISTENCE = ClassName.get("dev.annals.aggregate", "Existence");

    private final Aggregate aggregate;

    HandlerCode(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    MethodSpec decide() {
        ClassName root = aggregate.commands().root();
        MethodSpec.Builder method = method("decide")
                .returns(ParameterizedTypeName.get(DECISION, aggregate.events().root()))
                .addParameter(nullable(snapshot()), "state")
                .addParameter(root, "command")
                .addParameter(CONTEXT, "context");
        VariableNames names = new VariableNames("state", "command", "context");
        String state = addState(method, names, aggregate.deciders());
        for (Handler handler : aggregate.deciders().mostSpecificFirst()) {
            String variable = names.of(handler.message());
            begin(method, handler, "command", root, variable);
            CodeBlock call = decideCall(handler, state, variable);
            if (!aggregate.hasInitial() && handler.needsEntity()) {
                refuse(method, "state == null", "notFound");
            } else if (handler.creates()) {
                refuse(method, "state != null", "alreadyExists");
            }
            method.addStatement("return $L", call);
            end(method, handler, root);
        }
        return finish(method, aggregate.deciders(), root, "a command", "command");
    }

    MethodSpec evolve() {
        ClassName root = aggregate.events().root();
        MethodSpec.Builder method = method("evolve")
                .returns(nullable(snapshot()))
                .addParameter(nullable(snapshot()), "state")
                .addParameter(root, "event");
        VariableNames names = new VariableNames("state", "event");
        String state = addState(method, names, aggregate.evolvers());
        for (Handler handler : aggregate.evolvers().mostSpecificFirst()) {
            String variable = names.of(handler.message());
            begin(method, handler, "event", root, variable);
            if (handler.creates()) {
                method.addStatement("$T.requireNone(state, event)", EXISTENCE);
            }
            method.addStatement(
                    "return $L", call(handler, evolved(handler, state), arguments(handler, state, variable)));
            end(method, handler, root);
        }
        return finish(method, aggregate.evolvers(), root, "an event that changes state", "event");
    }

    /** What an instance handler is called on where, without {@code initial()}, there may be no entity. */
    private CodeBlock evolved(Handler handler, String state) {
        return aggregate.hasInitial() || handler.isStatic()
                ? CodeBlock.of("$L", state)
                : CodeBlock.of("$T.require($L, event)", EXISTENCE, state);
    }

    static CodeBlock refuse(String what, String variable) {
        return CodeBlock.of(
                "throw new $T($S + NAME + $S + $L)",
                IllegalArgumentException.class,
                "Not " + what + " of ",
                ": ",
                variable);
    }

    /** With {@code initial()}, a variable that is never null; its name, or that of the parameter. */
    private String addState(MethodSpec.Builder method, VariableNames names, Handlers handlers) {
        boolean used = handlers.all().stream().anyMatch(handler -> !handler.creates());
        if (!aggregate.hasInitial() || !used) {
            return "state";
        }
        String variable = names.of(snapshot());
        method.addStatement("$T $L = state == null ? $T.initial() : state", snapshot(), variable, snapshot());
        return variable;
    }

    private static void begin(
            MethodSpec.Builder method, Handler handler, String message, ClassName root, String variable) {
        if (handler.message().equals(root)) {
            method.addStatement("$T $L = $L", root, variable, message);
        } else {
            method.beginControlFlow("if ($L instanceof $T $L)", message, handler.message(), variable);
        }
    }

    private static void end(MethodSpec.Builder method, Handler handler, ClassName root) {
        if (!handler.message().equals(root)) {
            method.endControlFlow();
        }
    }

    private static MethodSpec finish(
            MethodSpec.Builder method, Handlers handlers, ClassName root, String what, String variable) {
        boolean all =
                handlers.all().stream().anyMatch(handler -> handler.message().equals(root));
        return all
                ? method.build()
                : method.addStatement(refuse(what, variable)).build();
    }

    private static void refuse(MethodSpec.Builder method, String condition, String refusal) {
        method.beginControlFlow("if ($L)", condition)
                .addStatement("return $T.$L(KEYS.toText(keyOf(command)))", EXISTENCE, refusal)
                .endControlFlow();
    }

    private CodeBlock decideCall(Handler handler, String state, String variable) {
        CodeBlock call = call(handler, CodeBlock.of("$L", state), arguments(handler, state, variable));
        return handler.returns() == Returns.DECISION ? call : CodeBlock.of("$T.accept($L)", DECISION, call);
    }

    private CodeBlock call(Handler handler, CodeBlock state, List<CodeBlock> arguments) {
        CodeBlock target = handler.isStatic() ? CodeBlock.of("$T", snapshot()) : state;
        return CodeBlock.of("$L.$L($L)", target, handler.role().handler(), CodeBlock.join(arguments, ", "));
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
        return arguments;
    }

    private ClassName snapshot() {
        return aggregate.snapshot().name();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private static TypeName nullable(ClassName type) {
        return type.annotated(AnnotationSpec.builder(Nullable.class).build());
    }
}
