package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Reaction.Trigger;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.model.Subscription.Dependency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Generates what passes events to a subscription or a read model: {@code BookPrinterSubscription}, {@code InvoiceListReadModel}. */
final class SubscriptionGenerator {

    private static final ClassName CONNECTION = ClassName.get("java.sql", "Connection");
    private static final ClassName CHANNEL = ClassName.get("dev.annals.aggregate", "EventChannel");
    private static final ClassName NAME = ClassName.get("dev.annals.extension", "ExtensionName");
    private static final ClassName CONTEXT = ClassName.get("dev.annals", "EventContext");
    private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);

    private final Subscription subscription;
    private final Target target;
    private final ClassName name;
    private final HandlerCalls calls;
    private final String instance;
    private final Map<Source, String> constants = new LinkedHashMap<>();

    /**
     * What is generated for one kind.
     *
     * @param definition the interface that says what the engine needs to know
     * @param open what takes events
     * @param parameters of what is called with each event
     */
    private record Target(String suffix, String phrase, ClassName definition, ClassName open, String parameters) {

        static Target of(Subscription.Kind kind) {
            return switch (kind) {
                case SUBSCRIPTION ->
                    new Target(
                            "Subscription",
                            "subscription",
                            ClassName.get("dev.annals.subscription", "SubscriptionDefinition"),
                            ClassName.get("dev.annals.subscription", "OpenSubscription"),
                            "event, context");
                case READ_MODEL ->
                    new Target(
                            "ReadModel",
                            "read model",
                            ClassName.get("dev.annals.sql", "ReadModelDefinition"),
                            ClassName.get("dev.annals.sql", "OpenReadModel"),
                            "event, context, sql");
            };
        }
    }

    SubscriptionGenerator(Subscription subscription) {
        this.subscription = subscription;
        this.target = Target.of(subscription.kind());
        this.name = subscription.generated(target.suffix());
        this.calls = new HandlerCalls(subscription.annotated());
        this.instance = new VariableNames("event", "context", "sql").of(subscription.annotated());
        VariableNames names = new VariableNames("NAME");
        subscription
                .triggers()
                .forEach(trigger -> constants.put(
                        trigger.source(),
                        names.of(Names.constantCase(
                                Names.pascalCase(trigger.source().store())))));
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The $L {@code $L}: passes events to {@link $T}.",
                        target.phrase(),
                        subscription.fullName(),
                        subscription.annotated())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(target.definition())
                .addField(constant(NAME, "NAME")
                        .initializer("new $T($S, $S)", NAME, subscription.service(), subscription.name())
                        .build());
        constants.forEach((source, constant) -> type.addField(constant(source.definition(), constant)
                .initializer("new $T()", source.definition())
                .build()));
        if (!subscription.dependencies().isEmpty()) {
            addDependencies(type);
        }
        type.addMethod(
                override("name").returns(NAME).addStatement("return NAME").build());
        if (subscription.fromNow()) {
            type.addMethod(override("fromNow")
                    .returns(boolean.class)
                    .addStatement("return true")
                    .build());
        }
        type.addMethod(channels()).addMethod(open());
        subscription.triggers().forEach(trigger -> type.addMethod(on(trigger)));
        return Sources.file(name, type.build(), origins);
    }

    private void addDependencies(TypeSpec.Builder type) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Dependency dependency : subscription.dependencies()) {
            type.addField(dependency.type(), dependency.name(), Modifier.PRIVATE, Modifier.FINAL);
            constructor
                    .addParameter(dependency.type(), dependency.name())
                    .addStatement("this.$N = $N", dependency.name(), dependency.name());
        }
        type.addMethod(constructor.build());
    }

    private MethodSpec channels() {
        return override("channels")
                .returns(ParameterizedTypeName.get(
                        ClassName.get(List.class), ParameterizedTypeName.get(CHANNEL, ANY, ANY)))
                .addStatement("return $T.of($L)", List.class, String.join(", ", constants.values()))
                .build();
    }

    private MethodSpec open() {
        String made = new VariableNames(Stream.concat(
                                Stream.of("event", "context", "sql"),
                                subscription.dependencies().stream().map(Dependency::name))
                        .toArray(String[]::new))
                .of(subscription.annotated());
        CodeBlock.Builder open = CodeBlock.builder().add("return new $T()", target.open());
        for (Trigger trigger : subscription.triggers()) {
            open.add(
                    "\n.with($L, ($L) -> $L($L, $L))",
                    constants.get(trigger.source()),
                    target.parameters(),
                    onMethod(trigger),
                    made,
                    target.parameters());
        }
        if (subscription.tellsCaughtUp()) {
            open.add("\n.onCaughtUp($L::onCaughtUp)", made);
        }
        if (subscription.closeable()) {
            open.add("\n.onClose($L::close)", made);
        }
        CodeBlock arguments = subscription.dependencies().stream()
                .map(dependency -> CodeBlock.of("$N", dependency.name()))
                .collect(CodeBlock.joining(", "));
        return override("open")
                .returns(target.open())
                .addStatement("$T $L = new $T($L)", subscription.annotated(), made, subscription.annotated(), arguments)
                .addStatement(open.build())
                .build();
    }

    private MethodSpec on(Trigger trigger) {
        ClassName root = trigger.handlers().hierarchy().root();
        MethodSpec.Builder method = MethodSpec.methodBuilder(onMethod(trigger))
                .addJavadoc("Has an event handled, where there is an {@code on} for it.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterSpec.builder(subscription.annotated(), instance)
                        .build())
                .addParameter(root, "event")
                .addParameter(
                        ParameterizedTypeName.get(
                                CONTEXT, trigger.source().key().boxed()),
                        "context")
                .addException(Exception.class);
        if (subscription.kind() == Subscription.Kind.READ_MODEL) {
            method.addParameter(CONNECTION, "sql");
        }
        VariableNames names = new VariableNames("event", "context", "sql", instance);
        List<Handler> handlers = trigger.handlers().mostSpecificFirst();
        for (int i = 0; i < handlers.size(); i++) {
            Handler handler = handlers.get(i);
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "event", root, variable);
            method.addStatement("$L", calls.call(handler, CodeBlock.of("$L", instance), "", variable));
            if (i < handlers.size() - 1) {
                method.addStatement("return");
            }
            HandlerCalls.end(method, handler, root);
        }
        return method.build();
    }

    /** A name of its own for each aggregate, also where those of several services are called alike. */
    private String onMethod(Trigger trigger) {
        boolean alone = subscription.triggers().stream()
                        .filter(other ->
                                other.source().store().equals(trigger.source().store()))
                        .count()
                == 1;
        return "on"
                + Names.pascalCase(
                        alone
                                ? trigger.source().store()
                                : trigger.source().topics().replace('.', '-'));
    }

    private static FieldSpec.Builder constant(ClassName type, String constant) {
        return FieldSpec.builder(type, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
