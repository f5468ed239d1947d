package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Location;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what describes events of another service: {@code BankMovementExternal}. */
final class ExternalGenerator {

    private static final ClassName CHANNEL = ClassName.get("dev.annals.aggregate", "EventChannel");
    private static final ClassName CODEC = ClassName.get("dev.annals.serde", "MessageCodec");

    private final External external;

    ExternalGenerator(External external) {
        this.external = external;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = external.generated("External");
        ClassName root = external.annotated();
        TypeName key = external.key().boxed();
        TypeName keys = ParameterizedTypeName.get(KeyCodecs.TYPE, key);
        TypeName codec = ParameterizedTypeName.get(CODEC, root);
        TypeSpec type = Sources.finalClass(
                        name, "Events of the topic {@code $L}, as {@link $T} reads them.", external.topic(), root)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(CHANNEL, key, root))
                .addField(FieldSpec.builder(keys, "KEYS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(KeyCodecs.of(external.key()))
                        .build())
                .addField(FieldSpec.builder(codec, "EVENTS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", Messages.events(external).generated("Codec"))
                        .build())
                .addMethod(getter("eventsTopic")
                        .returns(String.class)
                        .addStatement("return $S", external.topic())
                        .build())
                .addMethod(
                        getter("keys").returns(keys).addStatement("return KEYS").build())
                .addMethod(getter("events")
                        .returns(codec)
                        .addStatement("return EVENTS")
                        .build())
                .addMethod(getter("isPartial")
                        .returns(boolean.class)
                        .addStatement("return true")
                        .build())
                .build();
        return Sources.file(name, type, origins);
    }

    private static MethodSpec.Builder getter(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
