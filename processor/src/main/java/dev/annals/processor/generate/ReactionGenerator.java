package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Reaction.Target;
import dev.annals.processor.model.Reaction.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Generates what passes events to a reaction and sends the commands that it gives: {@code TransferStepsReaction}. */
final class ReactionGenerator {

    private static final ClassName DEFINITION = ClassName.get("dev.annals.reaction", "ReactionDefinition");
    private static final ClassName NAME = ClassName.get("dev.annals.extension", "ExtensionName");
    private static final ClassName SERDES = ClassName.get("dev.annals.streams", "TopicSerdes");
    private static final ClassName NODES = ClassName.get("dev.annals.reaction", "ReactionNodes");
    private static final ClassName BUILDER = ClassName.get("org.apache.kafka.streams", "StreamsBuilder");
    private static final ClassName STREAM = ClassName.get("org.apache.kafka.streams.kstream", "KStream");
    private static final ClassName NAMED = ClassName.get("org.apache.kafka.streams.kstream", "Named");
    private static final ClassName CONTEXT = ClassName.get("dev.annals", "EventContext");
    private static final ParameterizedTypeName RECORDS =
            ParameterizedTypeName.get(STREAM, TypeName.get(byte[].class), TypeName.get(byte[].class));
    private static final TypeName ANY_COMMANDS =
            ParameterizedTypeName.get(CommandsCode.COMMANDS, WildcardTypeName.subtypeOf(Object.class));

    private static final ClassName ANSWERED = ClassName.get("dev.annals.reaction", "Answered");
    private static final TypeName ANSWERS = ParameterizedTypeName.get(
            ClassName.get(List.class),
            ParameterizedTypeName.get(
                    ANSWERED, WildcardTypeName.subtypeOf(Object.class), WildcardTypeName.subtypeOf(Object.class)));

    private final Reaction reaction;
    private final ClassName name;
    private final HandlerCalls calls;
    private final String instance;
    private final Map<Source, String> constants = new LinkedHashMap<>();

    ReactionGenerator(Reaction reaction) {
        this.reaction = reaction;
        this.name = reaction.generated("Reaction");
        this.calls = new HandlerCalls(reaction.annotated());
        this.instance = new VariableNames("builder", "serdes", "nodes", "event", "context").of(reaction.annotated());
        VariableNames names = new VariableNames("NAME");
        Stream.concat(
                        reaction.triggers().stream().map(Trigger::source),
                        reaction.targets().stream().map(Target::source))
                .distinct()
                .forEach(source ->
                        constants.put(source, names.of(Names.constantCase(Names.pascalCase(source.store())))));
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The reaction {@code $L}: passes events to {@link $T}, and sends the commands that it gives.",
                        reaction.fullName(),
                        reaction.annotated())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(DEFINITION)
                .addField(constant(NAME, "NAME")
                        .initializer("new $T($S, $S)", NAME, reaction.service(), reaction.name())
                        .build());
        constants.forEach((source, constant) -> type.addField(constant(source.definition(), constant)
                .initializer("new $T()", source.definition())
                .build()));
        if (reaction.instantiated()) {
            type.addField(FieldSpec.builder(reaction.annotated(), instance, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", reaction.annotated())
                    .build());
        }
        type.addMethod(
                override("name").returns(NAME).addStatement("return NAME").build());
        if (reaction.fromNow()) {
            type.addMethod(flag("fromNow", true));
        }
        type.addMethod(build()).addMethod(answers());
        reaction.triggers().forEach(trigger -> type.addMethod(on(trigger)));
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec build() {
        MethodSpec.Builder method = override("build")
                .addParameter(BUILDER, "builder")
                .addParameter(SERDES, "serdes")
                .addStatement("$T nodes = new $T(NAME, serdes)", NODES, NODES);
        VariableNames variables = new VariableNames("builder", "serdes", "nodes", instance);
        for (Trigger trigger : reaction.triggers()) {
            add(method, trigger, variables.of(Names.camelCase(node(trigger))));
        }
        return method.build();
    }

    private void add(MethodSpec.Builder method, Trigger trigger, String variable) {
        String node = node(trigger);
        method.addCode(
                        "$T $L = builder.stream($S, serdes.eventsOf($L).withName($S))\n$>$>",
                        RECORDS,
                        variable,
                        trigger.source().eventsTopic(),
                        constants.get(trigger.source()),
                        node + "-events")
                .addCode(known(trigger, node))
                .addCode(
                        ".process(nodes.answer($S, $L::$L), $T.as($S));\n$<$<",
                        node,
                        isStatic(trigger) ? name.simpleName() : "this",
                        onMethod(trigger),
                        NAMED,
                        node);
        for (Target target : reaction.targets()) {
            if (trigger.handlers().all().stream()
                    .anyMatch(handler -> reaction.target(handler).equals(target))) {
                method.addStatement(
                        "$L.to($S, nodes.commandsOf($L, $S))",
                        variable,
                        target.commandsTopic(),
                        constants.get(target.source()),
                        node);
            }
        }
    }

    /** Of another service's events not all may be known. */
    private static CodeBlock known(Trigger trigger, String node) {
        return trigger.source().isPartial()
                ? CodeBlock.of(".filter((key, event) -> event != null, $T.as($S))\n", NAMED, node + "-known")
                : CodeBlock.of("");
    }

    private MethodSpec answers() {
        return override("answers")
                .returns(ANSWERS)
                .addStatement(
                        "return $T.of($L)",
                        List.class,
                        reaction.triggers().stream()
                                .map(trigger -> CodeBlock.of(
                                        "new $T<>($L, $L::$L)",
                                        ANSWERED,
                                        constants.get(trigger.source()),
                                        isStatic(trigger) ? name.simpleName() : "this",
                                        onMethod(trigger)))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }

    private MethodSpec on(Trigger trigger) {
        ClassName root = trigger.handlers().hierarchy().root();
        MethodSpec.Builder method = MethodSpec.methodBuilder(onMethod(trigger))
                .addJavadoc("The commands that an event leads to.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(ANY_COMMANDS)
                .addParameter(root, "event")
                .addParameter(
                        ParameterizedTypeName.get(
                                CONTEXT, trigger.source().key().boxed()),
                        "context");
        if (isStatic(trigger)) {
            method.addModifiers(Modifier.STATIC);
        }
        VariableNames names = new VariableNames("event", "context", instance);
        List<Handler> handlers = trigger.handlers().mostSpecificFirst();
        for (Handler handler : handlers) {
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "event", root, variable);
            method.addStatement(
                    "return $L",
                    CommandsCode.of(
                            handler.returns(),
                            Objects.requireNonNull(
                                    constants.get(reaction.target(handler).source())),
                            calls.call(handler, CodeBlock.of("$L", instance), "", variable)));
            HandlerCalls.end(method, handler, root);
        }
        if (!HandlerCalls.takeAll(handlers, root)) {
            method.addStatement("return $T.none()", CommandsCode.COMMANDS);
        }
        return method.build();
    }

    private static boolean isStatic(Trigger trigger) {
        return trigger.handlers().all().stream().allMatch(Handler::isStatic);
    }

    /** A name of its own for each aggregate, also where those of several services are called alike. */
    private String node(Trigger trigger) {
        boolean alone = reaction.triggers().stream()
                        .filter(other ->
                                other.source().store().equals(trigger.source().store()))
                        .count()
                == 1;
        return alone ? trigger.source().store() : trigger.source().topics().replace('.', '-');
    }

    private String onMethod(Trigger trigger) {
        return "on" + Names.pascalCase(node(trigger));
    }

    private static MethodSpec flag(String name, boolean value) {
        return override(name)
                .returns(boolean.class)
                .addStatement("return $L", value)
                .build();
    }

    private static FieldSpec.Builder constant(ClassName type, String constant) {
        return FieldSpec.builder(type, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
