package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what describes events of another service, or commands for it: {@code BankMovementExternal}. */
final class ExternalGenerator {

    private static final ClassName EVENTS = ClassName.get("dev.annals.aggregate", "EventChannel");
    private static final ClassName COMMANDS = ClassName.get("dev.annals.aggregate", "CommandChannel");
    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");

    private final External external;

    ExternalGenerator(External external) {
        this.external = external;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = external.generated("External");
        ClassName root = external.annotated();
        boolean commands = external.isOfCommands();
        TypeName key = external.key().boxed();
        TypeName keys = ParameterizedTypeName.get(KeyCodecs.TYPE, key);
        TypeName codec = ParameterizedTypeName.get(CODEC, root);
        String messages = commands ? "commands" : "events";
        String constant = Names.constantCase(messages);
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        commands
                                ? "Commands for the topic {@code $L}, as {@link $T} writes them."
                                : "Events of the topic {@code $L}, as {@link $T} reads them.",
                        external.topic(),
                        root)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(commands ? COMMANDS : EVENTS, key, root))
                .addField(FieldSpec.builder(keys, "KEYS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(KeyCodecs.of(external.key()))
                        .build())
                .addField(FieldSpec.builder(codec, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", Messages.of(external).generated("Codec"))
                        .build())
                .addMethod(getter(messages + "Topic")
                        .returns(String.class)
                        .addStatement("return $S", external.topic())
                        .build())
                .addMethod(
                        getter("keys").returns(keys).addStatement("return KEYS").build())
                .addMethod(getter(messages)
                        .returns(codec)
                        .addStatement("return $L", constant)
                        .build());
        external.commandKey()
                .ifPresentOrElse(
                        found -> type.addMethod(CommandKeyCode.keyOf(
                                found,
                                external.hierarchy(),
                                CodeBlock.of(
                                        "throw new $T($S + command)",
                                        IllegalArgumentException.class,
                                        "Not a command of " + external.topic() + ": "))),
                        () -> type.addMethod(getter("isPartial")
                                .returns(boolean.class)
                                .addStatement("return true")
                                .build()));
        return Sources.file(name, type.build(), origins);
    }

    private static MethodSpec.Builder getter(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
