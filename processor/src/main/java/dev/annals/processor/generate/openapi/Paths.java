package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** The paths of a document, and what each takes. */
final class Paths {

    private final ObjectNode paths = object();
    private final Set<String> ids = new HashSet<>();

    void get(String path, Operation operation) {
        add(path, "get", operation);
    }

    void post(String path, Operation operation) {
        add(path, "post", operation);
    }

    ObjectNode build() {
        return paths;
    }

    private void add(String path, String method, Operation operation) {
        ObjectNode built = operation.build();
        String id = operation.id();
        while (!ids.add(id)) {
            id += "_";
        }
        built.put("operationId", id);
        paths.withObjectProperty(path).set(method, built);
    }
}
