package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.View;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the HTTP routes of an aggregate: {@code AccountsRoutes}. */
final class RoutesGenerator {

    private static final ClassName ROUTES = ClassName.get("dev.annals.http", "Routes");
    private static final ClassName ENDPOINTS = ClassName.get("dev.annals.http", "AggregateEndpoints");

    private final Aggregate aggregate;
    private final ClassName name;

    RoutesGenerator(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.name = aggregate.generated("Routes");
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec type = Sources.finalClass(name, "The HTTP routes of {@code $L}.", aggregate.fullName())
                .addModifiers(Modifier.PUBLIC)
                .addMethod(Sources.privateConstructor())
                .addMethod(addTo())
                .addMethod(answersWithArray())
                .build();
        return Sources.file(name, type, origins);
    }

    private MethodSpec addTo() {
        String path = View.of(aggregate).path();
        String endpoints = new VariableNames("routes").of(Names.camelCase(aggregate.prefix()));
        ClassName eventJson = Messages.events(aggregate).generated("Json");
        ClassName snapshotJson = Messages.snapshots(aggregate).generated("Json");
        MethodSpec.Builder method = MethodSpec.methodBuilder("addTo")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ROUTES, "routes")
                .addParameter(Types.parameterized(ENDPOINTS, aggregate), endpoints);
        if (!aggregate.commands().offered().isEmpty()) {
            method.addStatement(
                    "routes.post(\n$S,\n$L.commands(\n$>$>$T::read,\n$T::write,\n$T::answersWithArray))$<$<",
                    path + "/commands",
                    endpoints,
                    Messages.offeredCommands(aggregate).generated("Json"),
                    eventJson,
                    name);
        }
        return method.addStatement(
                        "routes.get(\n$S,\n$L.outcome($T::write, $T::answersWithArray))",
                        path + "/events/one/{messageId}",
                        endpoints,
                        eventJson,
                        name)
                .addStatement("routes.get($S, $L.one($T::writeFields))", path + "/one/{key}", endpoints, snapshotJson)
                .addStatement("routes.get($S, $L.all($T::writeFields))", path + "/all", endpoints, snapshotJson)
                .addStatement("routes.get($S, $L.events($T::writeFields))", path + "/events", endpoints, eventJson)
                .addStatement(
                        "routes.get($S, $L.eventsOfOne($T::writeFields))",
                        path + "/one/{key}/events",
                        endpoints,
                        eventJson)
                .build();
    }

    private MethodSpec answersWithArray() {
        List<CodeBlock> arrays = aggregate.commands().leaves().stream()
                .filter(this::answersWithArray)
                .map(leaf -> CodeBlock.of("command instanceof $T", leaf.name()))
                .toList();
        return MethodSpec.methodBuilder("answersWithArray")
                .addJavadoc("Whether {@code decide} may return several events, or none, and not just one.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(aggregate.commands().root(), "command")
                .returns(boolean.class)
                .addStatement("return $L", Calls.anyOf(arrays))
                .build();
    }

    private boolean answersWithArray(Leaf command) {
        return aggregate.deciders().of(command.name()).map(Handler::returns).orElseThrow() != Returns.EVENT;
    }
}
