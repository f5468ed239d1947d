package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Generates what other services call the HTTP API with: {@code AccountsClient}. */
final class ClientGenerator {

    private static final ClassName SERVICE = ClassName.get("dev.annals.client", "ServiceClient");
    private static final ClassName COMMANDS = ClassName.get("dev.annals.client", "CommandClient");
    private static final ClassName VIEW = ClassName.get("dev.annals.client", "ViewClient");
    private static final ClassName OPTIONS = ClassName.get("dev.annals.client", "CommandOptions");
    private static final ClassName REPLY = ClassName.get("dev.annals.client", "Reply");
    private static final ClassName ENTITY = ClassName.get("dev.annals.aggregate", "Entity");

    private final MessageOwner owner;
    private final View view;
    private final ClassName name;

    private ClientGenerator(MessageOwner owner, View view) {
        this.owner = owner;
        this.view = view;
        this.name = owner.generated("Client");
    }

    static GeneratedSource generate(Aggregate aggregate, List<Location> origins) {
        ClientGenerator generator = new ClientGenerator(aggregate, View.of(aggregate));
        TypeSpec.Builder type = generator.type();
        if (!aggregate.commands().offered().isEmpty()) {
            type.addField(generator.commandClient(aggregate), "commands", Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addField(generator.viewClient(), "entities", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(generator.constructor(Optional.of(aggregate)));
        aggregate.commands().offered().forEach(command -> generator.addSend(type, aggregate, command));
        return Sources.file(generator.name, generator.addReads(type).build(), origins);
    }

    static GeneratedSource generate(Projection projection, List<Location> origins) {
        ClientGenerator generator = new ClientGenerator(projection, View.of(projection));
        TypeSpec.Builder type = generator
                .type()
                .addField(generator.viewClient(), "entities", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(generator.constructor(Optional.empty()));
        return Sources.file(generator.name, generator.addReads(type).build(), origins);
    }

    private TypeSpec.Builder type() {
        return Sources.finalClass(
                        name, "Calls the HTTP API of {@code $L}. Safe for use by several threads.", owner.fullName())
                .addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec constructor(Optional<Aggregate> aggregate) {
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(SERVICE, "service");
        aggregate
                .filter(offering -> !offering.commands().offered().isEmpty())
                .ifPresent(offering -> method.addStatement(
                        "this.commands = new $T<>(\nservice, $S, $T::write, $T::read)",
                        COMMANDS,
                        view.path(),
                        Messages.offeredCommands(offering).generated("Json"),
                        Messages.events(offering).generated("Json")));
        return method.addStatement(
                        "this.entities = new $T<>(\nservice, $S, $L, $T::read)",
                        VIEW,
                        view.path(),
                        KeyCodecs.of(view.key()),
                        Messages.snapshots(owner).generated("Json"))
                .build();
    }

    private void addSend(TypeSpec.Builder type, Aggregate aggregate, Leaf command) {
        Handler decider = aggregate.deciders().of(command.name()).orElseThrow();
        boolean one = decider.returns() == Returns.EVENT;
        ClassName event = decider.result().orElse(aggregate.events().root());
        TypeName recorded = one ? event : ParameterizedTypeName.get(ClassName.get(List.class), event);
        TypeName reply = ParameterizedTypeName.get(REPLY, recorded);
        String variable = new VariableNames("options", "commands", "entities").of(command.name());
        type.addMethod(method("send", reply)
                .addJavadoc("As {@link #send($T, $T)}, without conditions.\n", command.name(), OPTIONS)
                .addParameter(command.name(), variable)
                .addStatement("return send($L, $T.NONE)", variable, OPTIONS)
                .build());
        type.addMethod(method("send", reply)
                .addJavadoc(
                        one
                                ? "Sends a command; it is answered with its event.\n"
                                : "Sends a command; it is answered with its events.\n")
                .addParameter(command.name(), variable)
                .addParameter(OPTIONS, "options")
                .addStatement(
                        "return commands.$L($L, $T.class, options)",
                        one ? "sendForEvent" : "sendForEvents",
                        variable,
                        event)
                .build());
    }

    private TypeSpec.Builder addReads(TypeSpec.Builder type) {
        TypeName entity = ParameterizedTypeName.get(
                ENTITY, view.key().boxed(), view.snapshot().name());
        MethodSpec.Builder find = method("find", ParameterizedTypeName.get(ClassName.get(Optional.class), entity))
                .addJavadoc(
                        view.isProjection()
                                ? "The record of a key, where there is one, at least as it is after these positions of commands.\n"
                                : "The entity of a key, where there is one.\n")
                .addParameter(view.key().boxed(), "key");
        if (view.isProjection()) {
            find.addParameter(String[].class, "positions").varargs();
        }
        return type.addMethod(find.addStatement(
                                "return entities.find($L)",
                                view.isProjection() ? CodeBlock.of("key, positions") : CodeBlock.of("key"))
                        .build())
                .addMethod(method("all", ParameterizedTypeName.get(ClassName.get(Stream.class), entity))
                        .addJavadoc("All of them, fetched page by page while they are read.\n")
                        .addStatement("return entities.all()")
                        .build());
    }

    private TypeName commandClient(Aggregate aggregate) {
        return ParameterizedTypeName.get(
                COMMANDS, aggregate.commands().root(), aggregate.events().root());
    }

    private TypeName viewClient() {
        return ParameterizedTypeName.get(
                VIEW, view.key().boxed(), view.snapshot().name());
    }

    private static MethodSpec.Builder method(String method, TypeName returned) {
        return MethodSpec.methodBuilder(method).addModifiers(Modifier.PUBLIC).returns(returned);
    }
}
