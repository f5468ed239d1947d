package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the HTTP routes of a projection: {@code BooksCardsRoutes}. */
final class ProjectionRoutesGenerator {

    private static final ClassName ROUTES = ClassName.get("dev.annals.http", "Routes");
    private static final ClassName ENDPOINTS = ClassName.get("dev.annals.http", "ProjectionEndpoints");

    private final Projection projection;

    ProjectionRoutesGenerator(Projection projection) {
        this.projection = projection;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = projection.generated("Routes");
        TypeSpec type = Sources.finalClass(name, "The HTTP routes of {@code $L}.", projection.fullName())
                .addModifiers(Modifier.PUBLIC)
                .addMethod(Sources.privateConstructor())
                .addMethod(addTo())
                .build();
        return Sources.file(name, type, origins);
    }

    private MethodSpec addTo() {
        String path = "/" + projection.name();
        String endpoints = new VariableNames("routes").of(Names.camelCase(projection.prefix()));
        ClassName json = Messages.snapshots(projection).generated("Json");
        return MethodSpec.methodBuilder("addTo")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ROUTES, "routes")
                .addParameter(
                        ParameterizedTypeName.get(
                                ENDPOINTS,
                                projection.key().boxed(),
                                projection.snapshot().name()),
                        endpoints)
                .addStatement("routes.get($S, $L.one($T::writeFields))", path + "/one/{key}", endpoints, json)
                .addStatement("routes.get($S, $L.all($T::writeFields))", path + "/all", endpoints, json)
                .addStatement("routes.get($S, $L.changes($T::writeFields))", path + "/events", endpoints, json)
                .addStatement(
                        "routes.get($S, $L.changesOfOne($T::writeFields))", path + "/one/{key}/events", endpoints, json)
                .build();
    }
}
