package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** Replies that are problems. One that can be only one problem is a component of the document, called like it. */
final class ProblemReplies {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "x-annals-problems";

    private ProblemReplies() {}

    /** All that can be the only one, for the document's components. */
    static ObjectNode components() {
        ObjectNode components = object();
        for (ProblemType type : ProblemType.values()) {
            components.set(type.text(), reply(List.of(type)));
        }
        return components;
    }

    /** A reply that is one of these problems, which have a status in common. */
    static ObjectNode of(List<ProblemType> types) {
        return types.size() == 1
                ? object().put("$ref", "#/components/responses/" + types.get(0).text())
                : reply(types);
    }

    /** A reply that is what it is, or one of these problems. */
    static ObjectNode beside(ObjectNode reply, List<ProblemType> types) {
        ObjectNode problem = reply(types);
        reply.put(
                "description",
                "- " + reply.get("description").textValue() + "\n"
                        + problem.get("description").textValue());
        reply.withObjectProperty("content").setAll((ObjectNode) problem.get("content"));
        return reply.set(TYPES, problem.get(TYPES));
    }

    private static ObjectNode reply(List<ProblemType> types) {
        String description = types.stream()
                .map(type -> "- `%s`: %s".formatted(type.text(), type.when()))
                .collect(Collectors.joining("\n"));
        ObjectNode reply = new Reply(description)
                .headers(headers(types.get(0).status()))
                .content(MEDIA_TYPE, object().put("$ref", "#/components/schemas/" + FixedSchemas.PROBLEM))
                .build();
        return reply.set(TYPES, strings(types.stream().map(ProblemType::text).toList()));
    }

    private static Header[] headers(int status) {
        return switch (status) {
            case 401, 403 -> new Header[] {Header.WWW_AUTHENTICATE};
            case 412 -> new Header[] {Header.ETAG};
            case 503 -> new Header[] {Header.RETRY_AFTER};
            default -> new Header[0];
        };
    }
}
