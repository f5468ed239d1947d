package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Service;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what starts a service: {@code Main}. */
final class MainGenerator {

    private static final ClassName RUNNER = ClassName.get("dev.annals.app", "ServiceRunner");

    private MainGenerator() {}

    static GeneratedSource generate(Service service, List<Location> origins) {
        TypeSpec type = Sources.finalClass(service.main(), "Starts the service {@code $L}.", service.name())
                .addModifiers(Modifier.PUBLIC)
                .addMethod(Sources.privateConstructor())
                .addMethod(MethodSpec.methodBuilder("main")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addParameter(String[].class, "args")
                        .addStatement("$T.run($T::new, args)", RUNNER, service.generated("Service"))
                        .build())
                .build();
        return Sources.file(service.main(), type, origins);
    }
}
