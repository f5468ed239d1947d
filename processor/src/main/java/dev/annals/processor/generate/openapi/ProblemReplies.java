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
        for (String part : List.of("headers", "content")) {
            problem.path(part)
                    .properties()
                    .forEach(field -> reply.withObjectProperty(part).set(field.getKey(), field.getValue()));
        }
        return reply.set(TYPES, problem.get(TYPES));
    }

    private static ObjectNode reply(List<ProblemType> types) {
        String description = types.stream()
                .map(type -> "- `%s`: %s".formatted(type.text(), type.when()))
                .collect(Collectors.joining("\n"));
        ObjectNode reply = new Reply(description)
                .headers(types.stream()
                        .flatMap(type -> headers(type).stream())
                        .distinct()
                        .toArray(Header[]::new))
                .content(MEDIA_TYPE, object().put("$ref", "#/components/schemas/" + FixedSchemas.PROBLEM))
                .build();
        return reply.set(TYPES, strings(types.stream().map(ProblemType::text).toList()));
    }

    /** What may come with a problem: of a command its id, for instance, but not of a read. */
    private static List<Header> headers(ProblemType type) {
        return switch (type) {
            case NOT_AUTHENTICATED, NOT_ALLOWED -> List.of(Header.WWW_AUTHENTICATE);
            case ALREADY_EXISTS, CONDITION_FAILED, REJECTED -> List.of(Header.ETAG, Header.MESSAGE_ID, Header.POSITION);
            case NOT_FOUND -> List.of(Header.MESSAGE_ID, Header.POSITION);
            case UNREADABLE_COMMAND, TOO_LARGE, MESSAGE_ID_REUSED, COMMAND_FAILED, INTERNAL_ERROR ->
                List.of(Header.MESSAGE_ID);
            case NOT_READY -> List.of(Header.RETRY_AFTER, Header.MESSAGE_ID);
            case UNKNOWN_MESSAGE, OVERLOADED, NOT_OWNER -> List.of(Header.RETRY_AFTER);
            case NO_OUTCOME -> List.of(Header.MESSAGE_ID, Header.LOCATION);
            default -> List.of();
        };
    }
}
