package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.Subscription.Dependency;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The code by which a service is given what its subscriptions take: a step for each, one leading to the next, so that what is missing
 * is an error of compilation.
 */
final class BuilderCode {

    private static final ClassName FACTORY = ClassName.get("dev.annals.app", "Service", "Factory");

    private final List<Dependency> dependencies;
    private final ClassName service;

    BuilderCode(Service service, ClassName name) {
        this.dependencies = service.dependencies();
        this.service = name;
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(builder());
        for (int i = 0; i < dependencies.size(); i++) {
            Dependency dependency = dependencies.get(i);
            type.addType(TypeSpec.interfaceBuilder(step(i))
                    .addJavadoc("Takes {@code $L}.\n", dependency.name())
                    .addAnnotation(FunctionalInterface.class)
                    .addModifiers(Modifier.PUBLIC)
                    .addMethod(MethodSpec.methodBuilder(dependency.name())
                            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                            .addParameter(dependency.type(), dependency.name())
                            .returns(i + 1 < dependencies.size() ? step(i + 1) : FACTORY)
                            .build())
                    .build());
        }
    }

    private MethodSpec builder() {
        CodeBlock.Builder steps = CodeBlock.builder().add("return ");
        dependencies.forEach(dependency -> steps.add("$N -> ", dependency.name()));
        String engine = engine(dependencies);
        steps.add("$L -> new $T($L", engine, service, engine);
        dependencies.forEach(dependency -> steps.add(", $N", dependency.name()));
        return MethodSpec.methodBuilder("builder")
                .addJavadoc(
                        "Takes what the service needs, one after another, and makes what {@code ServiceRunner.run} runs.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(step(0))
                .addStatement(steps.add(")").build())
                .build();
    }

    /** What the engine is called beside these. */
    static String engine(List<Dependency> dependencies) {
        return new VariableNames(dependencies.stream().map(Dependency::name).toArray(String[]::new)).of("engine");
    }

    private ClassName step(int index) {
        return service.nestedClass(
                "Needs" + Names.pascalCase(dependencies.get(index).name()));
    }
}
