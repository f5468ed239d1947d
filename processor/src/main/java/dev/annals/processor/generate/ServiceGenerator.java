package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.model.Subscription.Kind;
import dev.annals.processor.model.View;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Generates what the application runs: {@code BankService}. */
final class ServiceGenerator {

    static final ClassName RUNTIME = ClassName.get("dev.annals.aggregate", "AggregateRuntime");

    private static final ClassName PROJECTION = ClassName.get("dev.annals.projection", "ProjectionRuntime");
    private static final ClassName EXTENSION = ClassName.get("dev.annals.extension", "ExtensionRuntime");
    private static final ClassName SUBSCRIPTION = ClassName.get("dev.annals.subscription", "SubscriptionRuntime");
    private static final ClassName READ_MODEL = ClassName.get("dev.annals.sql", "ReadModelRuntime");
    private static final ClassName SERVICE = ClassName.get("dev.annals.app", "Service");
    private static final ClassName EXAMPLE = SERVICE.nestedClass("ExampleRequest");
    private static final ClassName ENDPOINTS = ClassName.get("dev.annals.app", "Endpoints");
    private static final ClassName ROUTES = ClassName.get("dev.annals.http", "Routes");
    private static final ClassName ENGINE = ClassName.get("dev.annals.aggregate", "Engine");
    private static final ClassName TOPOLOGY = ClassName.get("org.apache.kafka.streams", "Topology");
    private static final WildcardTypeName ANY = WildcardTypeName.subtypeOf(Object.class);

    private final Service service;

    ServiceGenerator(Service service) {
        this.service = service;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = service.generated("Service");
        boolean projects = !service.projections().isEmpty();
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The service {@code $L}: its aggregates, $Lits topology and its HTTP routes.",
                        service.name(),
                        projects ? "its projections, " : "")
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(SERVICE);
        service.members()
                .forEach(member -> type.addField(runtime(member), variable(member), Modifier.PRIVATE, Modifier.FINAL));
        service.streams()
                .forEach(extension -> type.addField(EXTENSION, variable(extension), Modifier.PRIVATE, Modifier.FINAL));
        service.subscriptions()
                .forEach(subscription ->
                        type.addField(runtime(subscription), variable(subscription), Modifier.PRIVATE, Modifier.FINAL));
        if (!service.dependencies().isEmpty()) {
            new BuilderCode(service, name).addTo(type);
        }
        type.addMethod(constructor())
                .addMethod(override("name")
                        .returns(String.class)
                        .addStatement("return $S", service.name())
                        .build())
                .addMethod(list(
                        "aggregates", service.aggregates(), ParameterizedTypeName.get(RUNTIME, ANY, ANY, ANY, ANY)));
        addList(type, "projections", service.projections(), ParameterizedTypeName.get(PROJECTION, ANY, ANY));
        addList(type, "extensions", service.streams(), EXTENSION);
        addList(type, "subscriptions", service.subscriptions(Kind.SUBSCRIPTION), SUBSCRIPTION);
        addList(type, "readModels", service.subscriptions(Kind.READ_MODEL), READ_MODEL);
        type.addMethod(topology()).addMethod(addRoutes());
        example()
                .ifPresent(request -> type.addMethod(override("example")
                        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), EXAMPLE))
                        .addStatement("return $T.of($L)", Optional.class, request)
                        .build()));
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec constructor() {
        String engine = BuilderCode.engine(service.dependencies());
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(ENGINE, engine);
        for (MessageOwner member : service.members()) {
            boolean aggregate = member instanceof Aggregate;
            method.addStatement(
                    "this.$L = new $T<>(new $T(), $L)",
                    variable(member),
                    aggregate ? RUNTIME : PROJECTION,
                    member.generated(aggregate ? "Aggregate" : "Projection"),
                    engine);
        }
        for (Member extension : service.streams()) {
            method.addStatement(
                    "this.$L = new $T(new $T(), $L)",
                    variable(extension),
                    EXTENSION,
                    extension.generated(suffix(extension)),
                    engine);
        }
        service.dependencies().forEach(dependency -> method.addParameter(dependency.type(), dependency.name()));
        for (Subscription subscription : service.subscriptions()) {
            method.addStatement(
                    "this.$L = new $T(new $T($L), $L)",
                    variable(subscription),
                    runtime(subscription),
                    subscription.generated(subscription.kind() == Kind.READ_MODEL ? "ReadModel" : "Subscription"),
                    subscription.dependencies().stream()
                            .map(dependency -> CodeBlock.of("$N", dependency.name()))
                            .collect(CodeBlock.joining(", ")),
                    engine);
        }
        return method.build();
    }

    private static String suffix(Member member) {
        return member instanceof Extension ? "Extension" : member instanceof Reaction ? "Reaction" : "Schedule";
    }

    private static ClassName runtime(Subscription subscription) {
        return subscription.kind() == Kind.READ_MODEL ? READ_MODEL : SUBSCRIPTION;
    }

    private static void addList(TypeSpec.Builder type, String name, List<? extends Member> members, TypeName element) {
        if (!members.isEmpty()) {
            type.addMethod(list(name, members, element));
        }
    }

    private static MethodSpec list(String name, List<? extends Member> members, TypeName type) {
        return override(name)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), type))
                .addStatement("return $T.of($L)", List.class, variables(members))
                .build();
    }

    private MethodSpec topology() {
        MethodSpec.Builder method =
                override("topology").addParameter(int.class, "partitions").returns(TOPOLOGY);
        return service.aggregates().isEmpty()
                ? method.addStatement("return new $T()", TOPOLOGY).build()
                : method.addStatement(
                                "return $T.build(partitions, $L)",
                                service.generated("Topology"),
                                variables(service.aggregates()))
                        .build();
    }

    private MethodSpec addRoutes() {
        MethodSpec.Builder method =
                override("addRoutes").addParameter(ROUTES, "routes").addParameter(ENDPOINTS, "endpoints");
        for (MessageOwner member : service.members()) {
            String variable = variable(member);
            method.addStatement(
                    "$T.addTo($L, endpoints.of($L))",
                    member.generated("Routes"),
                    replaces(member)
                            ? CodeBlock.of("endpoints.replacing(routes, $L)", variable)
                            : CodeBlock.of("routes"),
                    variable);
        }
        return method.build();
    }

    /** Whether it is a new version of a projection beside the one before. */
    private boolean replaces(MessageOwner member) {
        return member instanceof Projection projection
                && service.projections().stream()
                        .anyMatch(other ->
                                other.name().equals(projection.name()) && other.version() < projection.version());
    }

    /** A command to try, or, where nobody may give one, a read. */
    private Optional<CodeBlock> example() {
        return service.aggregates().stream()
                .filter(aggregate -> !aggregate.commands().offered().isEmpty())
                .findFirst()
                .map(aggregate -> CodeBlock.of(
                        "new $T(\n$S,\n$S)",
                        EXAMPLE,
                        View.of(aggregate).path() + "/commands",
                        ExampleCommand.json(aggregate)))
                .or(() -> service.views().stream()
                        .findFirst()
                        .map(view -> CodeBlock.of("new $T($S, $S)", EXAMPLE, view.path() + "/all", "")));
    }

    private static TypeName runtime(MessageOwner member) {
        return member instanceof Aggregate aggregate
                ? Types.parameterized(RUNTIME, aggregate)
                : ParameterizedTypeName.get(
                        PROJECTION,
                        ((Projection) member).key().boxed(),
                        member.snapshot().name());
    }

    private static CodeBlock variables(List<? extends Member> members) {
        return members.stream()
                .map(member -> CodeBlock.of("$L", variable(member)))
                .collect(CodeBlock.joining(", "));
    }

    private static String variable(Member member) {
        return new VariableNames("routes", "endpoints", "engine", "partitions").of(Names.camelCase(member.prefix()));
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
