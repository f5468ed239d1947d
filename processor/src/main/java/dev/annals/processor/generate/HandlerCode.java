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
import dev.annals.processor.model.Handlers;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The methods that pass each command and each event to the handler for it. */
final class HandlerCode {

    private static final ClassName CONTEXT = ClassName.get("dev.annals", "CommandContext");
    private static final ClassName DECISION = ClassName.get("dev.annals", "Decision");
    private static final ClassName EXISTENCE = ClassName.get("dev.annals.aggregate", "Existence");

    private final Aggregate aggregate;
    private final HandlerCalls calls;

    HandlerCode(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.calls = new HandlerCalls(aggregate.snapshot().name());
    }

    MethodSpec decide() {
        ClassName root = aggregate.commands().root();
        MethodSpec.Builder method = method("decide")
                .returns(ParameterizedTypeName.get(DECISION, aggregate.events().root()))
                .addParameter(nullable(snapshot()), "state")
                .addParameter(root, "command")
                .addParameter(CONTEXT, "context");
        VariableNames names = new VariableNames("state", "command", "context");
        Handlers deciders = aggregate.deciders();
        String state = calls.addState(method, names, deciders.all(), aggregate.hasInitial());
        for (Handler handler : deciders.mostSpecificFirst()) {
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "command", root, variable);
            if (!aggregate.hasInitial() && handler.needsEntity()) {
                refuse(method, "state == null", "notFound");
            } else if (handler.creates()) {
                refuse(method, "state != null", "alreadyExists");
            }
            method.addStatement("return $L", decideCall(handler, state, variable));
            HandlerCalls.end(method, handler, root);
        }
        return finish(method, deciders, root, "a command", "command");
    }

    MethodSpec evolve() {
        ClassName root = aggregate.events().root();
        MethodSpec.Builder method = method("evolve")
                .returns(nullable(snapshot()))
                .addParameter(nullable(snapshot()), "state")
                .addParameter(root, "event");
        VariableNames names = new VariableNames("state", "event");
        Handlers evolvers = aggregate.evolvers();
        String state = calls.addState(method, names, evolvers.all(), aggregate.hasInitial());
        for (Handler handler : evolvers.mostSpecificFirst()) {
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "event", root, variable);
            calls.returnEvolved(method, handler, state, variable, aggregate.hasInitial());
            HandlerCalls.end(method, handler, root);
        }
        return finish(method, evolvers, root, "an event that changes state", "event");
    }

    static CodeBlock refuse(String what, String variable) {
        return CodeBlock.of(
                "throw new $T($S + NAME + $S + $L)",
                IllegalArgumentException.class,
                "Not " + what + " of ",
                ": ",
                variable);
    }

    private static MethodSpec finish(
            MethodSpec.Builder method, Handlers handlers, ClassName root, String what, String variable) {
        return HandlerCalls.takeAll(handlers.all(), root)
                ? method.build()
                : method.addStatement(refuse(what, variable)).build();
    }

    private static void refuse(MethodSpec.Builder method, String condition, String refusal) {
        method.beginControlFlow("if ($L)", condition)
                .addStatement("return $T.$L(KEYS.toText(keyOf(command)))", EXISTENCE, refusal)
                .endControlFlow();
    }

    private CodeBlock decideCall(Handler handler, String state, String variable) {
        CodeBlock call = calls.call(handler, CodeBlock.of("$L", state), state, variable);
        return handler.returns() == Returns.DECISION ? call : CodeBlock.of("$T.accept($L)", DECISION, call);
    }

    private ClassName snapshot() {
        return aggregate.snapshot().name();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    static TypeName nullable(TypeName type) {
        return type.annotated(AnnotationSpec.builder(Nullable.class).build());
    }
}
