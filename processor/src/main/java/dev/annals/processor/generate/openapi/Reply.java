package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a route answers with one status. */
final class Reply {

    private final String description;
    private final Map<String, ObjectNode> content = new LinkedHashMap<>();
    private List<Header> headers = List.of();

    Reply(String description) {
        this.description = description;
    }

    Reply json(ObjectNode schema) {
        return content("application/json", schema);
    }

    Reply content(String mediaType, ObjectNode schema) {
        content.put(mediaType, schema);
        return this;
    }

    Reply headers(Header... all) {
        this.headers = Arrays.asList(all);
        return this;
    }

    ObjectNode build() {
        ObjectNode reply = object().put("description", description);
        if (!headers.isEmpty()) {
            ObjectNode references = reply.putObject("headers");
            headers.forEach(header -> references.set(header.text(), header.reference()));
        }
        if (!content.isEmpty()) {
            ObjectNode types = reply.putObject("content");
            content.forEach((type, schema) -> types.putObject(type).set("schema", schema));
        }
        return reply;
    }
}
