package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Service;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what the application runs: {@code BankService}. */
final class ServiceGenerator {

    static final ClassName RUNTIME = ClassName.get("dev.annals.aggregate", "AggregateRuntime");

    private static final ClassName SERVICE = ClassName.get("dev.annals.app", "Service");
    private static final ClassName EXAMPLE = SERVICE.nestedClass("ExampleRequest");
    private static final ClassName ENDPOINTS = ClassName.get("dev.annals.app", "Endpoints");
    private static final ClassName ROUTES = ClassName.get("dev.annals.http", "Routes");
    private static final ClassName ENGINE = ClassName.get("dev.annals.aggregate", "Engine");
    private static final ClassName TOPOLOGY = ClassName.get("org.apache.kafka.streams", "Topology");

    private final Service service;

    ServiceGenerator(Service service) {
        this.service = service;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = service.generated("Service");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The service {@code $L}: its aggregates, its topology and its HTTP routes.",
                        service.name())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(SERVICE);
        for (Aggregate aggregate : service.aggregates()) {
            type.addField(
                    Types.parameterized(RUNTIME, aggregate), variable(aggregate), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor())
                .addMethod(override("name")
                        .returns(String.class)
                        .addStatement("return $S", service.name())
                        .build())
                .addMethod(aggregates())
                .addMethod(topology())
                .addMethod(addRoutes())
                .addMethod(example());
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(ENGINE, "engine");
        for (Aggregate aggregate : service.aggregates()) {
            method.addStatement(
                    "this.$L = new $T<>(new $T(), engine)",
                    variable(aggregate),
                    RUNTIME,
                    aggregate.generated("Aggregate"));
        }
        return method.build();
    }

    private MethodSpec aggregates() {
        WildcardTypeName any = WildcardTypeName.subtypeOf(Object.class);
        return override("aggregates")
                .returns(ParameterizedTypeName.get(
                        ClassName.get(List.class), ParameterizedTypeName.get(RUNTIME, any, any, any, any)))
                .addStatement("return $T.of($L)", List.class, variables())
                .build();
    }

    private MethodSpec topology() {
        return override("topology")
                .addParameter(int.class, "partitions")
                .returns(TOPOLOGY)
                .addStatement("return $T.build(partitions, $L)", service.generated("Topology"), variables())
                .build();
    }

    private MethodSpec addRoutes() {
        MethodSpec.Builder method =
                override("addRoutes").addParameter(ROUTES, "routes").addParameter(ENDPOINTS, "endpoints");
        for (Aggregate aggregate : service.aggregates()) {
            method.addStatement(
                    "$T.addTo(routes, endpoints.of($L))", aggregate.generated("Routes"), variable(aggregate));
        }
        return method.build();
    }

    private MethodSpec example() {
        Aggregate first = service.aggregates().get(0);
        String path = first.name().isEmpty() ? "/commands" : "/" + first.name() + "/commands";
        return override("example")
                .returns(EXAMPLE)
                .addStatement("return new $T(\n$S,\n$S)", EXAMPLE, path, ExampleCommand.json(first))
                .build();
    }

    private CodeBlock variables() {
        return service.aggregates().stream()
                .map(aggregate -> CodeBlock.of("$L", variable(aggregate)))
                .collect(CodeBlock.joining(", "));
    }

    private static String variable(Aggregate aggregate) {
        return new VariableNames("routes", "endpoints", "engine", "partitions").of(Names.camelCase(aggregate.prefix()));
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
