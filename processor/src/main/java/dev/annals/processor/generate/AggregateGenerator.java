package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.DeadlineMethod;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.Location;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what the engine needs to know of an aggregate: {@code AccountsAggregate}. */
final class AggregateGenerator {

    private static final ClassName AGGREGATE = ClassName.get("dev.annals.aggregate", "Aggregate");
    private static final ClassName DEADLINES = ClassName.get("dev.annals.aggregate", "Deadlines");
    private static final ClassName NAME = ClassName.get("dev.annals.aggregate", "AggregateName");
    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");

    private final Aggregate aggregate;
    private final Key key;

    AggregateGenerator(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.key = aggregate.key().orElseThrow();
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = aggregate.generated("Aggregate");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The aggregate {@code $L}: which method of {@link $T} takes which command and which event.",
                        aggregate.fullName(),
                        snapshot())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Types.parameterized(AGGREGATE, aggregate));
        addFields(type);
        addGetters(type);
        if (aggregate.history()) {
            type.addMethod(keepsHistory());
        }
        if (!aggregate.deadlines().isEmpty()) {
            type.addMethod(deadlineNames()).addMethod(deadlines());
        }
        HandlerCode handlers = new HandlerCode(aggregate);
        type.addMethod(CommandKeyCode.keyOf(key, aggregate.commands(), HandlerCode.refuse("a command", "command")))
                .addMethod(handlers.decide())
                .addMethod(handlers.evolve());
        return Sources.file(name, type.addMethod(isFailure()).build(), origins);
    }

    private void addFields(TypeSpec.Builder type) {
        type.addField(constant(NAME, "NAME")
                .initializer("new $T($S, $S)", NAME, aggregate.service(), aggregate.name())
                .build());
        type.addField(
                constant(ParameterizedTypeName.get(KeyCodecs.TYPE, key.type().boxed()), "KEYS")
                        .initializer(KeyCodecs.of(key.type()))
                        .build());
        type.addField(codec("COMMANDS", Messages.commands(aggregate)));
        type.addField(codec("EVENTS", Messages.events(aggregate)));
        type.addField(codec("SNAPSHOTS", Messages.snapshots(aggregate)));
    }

    private static FieldSpec codec(String name, Messages messages) {
        return constant(codecOf(messages.root()), name)
                .initializer("new $T()", messages.generated("Codec"))
                .build();
    }

    private void addGetters(TypeSpec.Builder type) {
        type.addMethod(getter(NAME, "name", "NAME"))
                .addMethod(getter(
                        ParameterizedTypeName.get(KeyCodecs.TYPE, key.type().boxed()), "keys", "KEYS"))
                .addMethod(getter(codecOf(aggregate.commands().root()), "commands", "COMMANDS"))
                .addMethod(getter(codecOf(aggregate.events().root()), "events", "EVENTS"))
                .addMethod(getter(codecOf(snapshot()), "snapshots", "SNAPSHOTS"));
    }

    private static MethodSpec keepsHistory() {
        return override("keepsHistory")
                .returns(boolean.class)
                .addStatement("return true")
                .build();
    }

    private MethodSpec deadlineNames() {
        CodeBlock names = aggregate.deadlines().stream()
                .map(deadline -> CodeBlock.of("$S", deadline.name()))
                .collect(CodeBlock.joining(", "));
        return override("deadlineNames")
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $T.of($L)", List.class, names)
                .build();
    }

    private MethodSpec deadlines() {
        ClassName commands = aggregate.commands().root();
        CodeBlock.Builder all = CodeBlock.builder().add("return new $T<$T>()$>$>", DEADLINES, commands);
        for (DeadlineMethod deadline : aggregate.deadlines()) {
            all.add("\n.with($S, state.$L($L))", deadline.name(), deadline.name(), deadline.takesKey() ? "key" : "");
        }
        return override("deadlines")
                .returns(ParameterizedTypeName.get(DEADLINES, commands))
                .addParameter(key.type().boxed(), "key")
                .addParameter(snapshot(), "state")
                .addStatement(all.add("$<$<").build())
                .build();
    }

    private MethodSpec isFailure() {
        List<CodeBlock> failures = aggregate.events().leaves().stream()
                .filter(Leaf::failure)
                .map(leaf -> CodeBlock.of("event instanceof $T", leaf.name()))
                .toList();
        return override("isFailure")
                .returns(boolean.class)
                .addParameter(aggregate.events().root(), "event")
                .addStatement("return $L", Calls.anyOf(failures))
                .build();
    }

    private ClassName snapshot() {
        return aggregate.snapshot().name();
    }

    private static TypeName codecOf(ClassName message) {
        return ParameterizedTypeName.get(CODEC, message);
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec getter(TypeName type, String name, String constant) {
        return override(name).returns(type).addStatement("return $L", constant).build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
