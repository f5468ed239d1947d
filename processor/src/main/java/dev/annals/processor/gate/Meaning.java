package dev.annals.processor.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as far as they say something to a program: all but their documentation. */
final class Meaning {

    private static final JsonMapper JSON = new JsonMapper();

    private Meaning() {}

    static boolean isSame(Schema one, Schema other) {
        return of(one).equals(of(other));
    }

    private static JsonNode of(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            dropDoc(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema is not JSON: " + schema.getFullName(), e);
        }
    }

    private static void dropDoc(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("doc");
            object.properties().forEach(field -> {
                // A default is a value, whose fields may be called anything.
                if (!field.getKey().equals("default")) {
                    dropDoc(field.getValue());
                }
            });
        } else {
            node.forEach(Meaning::dropDoc);
        }
    }
}
