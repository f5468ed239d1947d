package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.array;
import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.GeneratedResource;
import dev.annals.processor.generate.jsonschema.JsonDocument;
import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Schedule;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.View;
import java.util.ArrayList;
import java.util.List;

/** Generates the OpenAPI document of a service: a function of its model alone. */
public final class OpenApiDocument {

    private static final String VERSION = "3.1.0";

    private static final String DESCRIPTION = """
            What the service `%s` answers over HTTP. Every GET also takes HEAD. All errors are problem documents (RFC 9457), whose \
            `type` is `urn:annals:problem:` and one of the words that stand at each status; at any path there may also be \
            `long-url` (414), and at one that is none of these `no-such-route` (404) or `method-not-allowed` (405).""";

    private final Service service;
    private final JsonSchemas schemas;

    private OpenApiDocument(Service service) {
        this.service = service;
        this.schemas = new JsonSchemas(service, FixedSchemas.NAMES);
    }

    /** {@code META-INF/annals/bank/openapi.json}. */
    public static GeneratedResource generate(Service service) {
        return new GeneratedResource(
                "META-INF/annals/" + service.name() + "/openapi.json",
                JsonDocument.text(new OpenApiDocument(service).build()),
                service.members().stream().map(MessageOwner::location).toList());
    }

    private ObjectNode build() {
        ObjectNode document = object().put("openapi", VERSION);
        ObjectNode info = document.putObject("info")
                .put("title", service.name())
                .put("description", DESCRIPTION.formatted(service.name()));
        document.set("security", security());
        document.set("tags", tags());
        document.set("paths", paths());
        document.set("components", components());
        info.put("version", JsonDocument.version(document));
        return document;
    }

    private ObjectNode paths() {
        Paths paths = new Paths();
        for (Aggregate aggregate : service.aggregates()) {
            new CommandPaths(aggregate, schemas).addTo(paths);
        }
        for (View view : service.servedViews()) {
            new ViewPaths(view, schemas).addTo(paths);
        }
        for (View view : service.servedViews()) {
            DeadLetterPaths.of(view, schemas).addTo(paths);
        }
        for (Member extension : service.attached()) {
            DeadLetterPaths.of(extension, schemas).addTo(paths);
        }
        new SubscriptionPaths(service.subscriptions(), schemas).addTo(paths);
        new ServicePaths(schemas).addTo(paths);
        return paths.build();
    }

    private ObjectNode components() {
        ObjectNode components = object();
        FixedSchemas.problem(schemas);
        components.set("schemas", schemas.components());
        components.set("parameters", Parameter.components());
        components.set("headers", Header.components());
        components.set("responses", ProblemReplies.components());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "A token, where the service has authentication; each area may be open, or take a scope");
        return components;
    }

    private ArrayNode tags() {
        List<ObjectNode> tags = new ArrayList<>();
        for (View view : service.servedViews()) {
            ObjectNode tag = object().put("name", view.shortName());
            String doc = view.snapshot().heading().doc();
            tags.add(doc.isEmpty() ? tag : tag.put("description", doc));
        }
        for (Member extension : service.attached()) {
            tags.add(
                    object().put("name", extension.name()).put("description", what(extension) + extension.annotated()));
        }
        if (tags.stream().noneMatch(tag -> tag.path("name").textValue().equals(ServicePaths.TAG))) {
            tags.add(object().put("name", ServicePaths.TAG).put("description", "The service itself, to run it"));
        }
        return array(tags);
    }

    private static String what(Member attached) {
        if (attached instanceof Extension) {
            return "Kafka Streams that were written by hand, in ";
        } else if (attached instanceof Reaction) {
            return "Commands that events are answered with, by ";
        }
        return attached instanceof Schedule
                ? "Commands that are given when it is time, by "
                : "What is done outside Kafka, by ";
    }

    /** None, or a token: it depends on how the service is configured. */
    private static ArrayNode security() {
        return array(List.of(object(), object().set("bearer", strings(List.of()))));
    }
}
