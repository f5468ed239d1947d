package dev.annals.processor.generate.asyncapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.generate.jsonschema.JsonDocument;
import java.util.List;

/** An Avro schema as the payload of a message. */
final class AvroPayload {

    private static final String FORMAT = "application/vnd.apache.avro+json;version=1.9.0";
    private static final String ALIASES = "aliases";

    /** Where a schema holds others. */
    private static final List<String> PARTS = List.of("type", "fields", "items", "values");

    private AvroPayload() {}

    static ObjectNode of(SchemaVersion schema) {
        JsonNode avro = JsonDocument.parse(schema.json());
        dropFullAliases(avro);
        return object().put("schemaFormat", FORMAT).set("schema", avro);
    }

    /**
     * AsyncAPI's schema of Avro's schemas takes no alias with a namespace, though Avro does. They are for readers of older
     * messages, and do not change what this schema reads.
     */
    private static void dropFullAliases(JsonNode schema) {
        if (schema instanceof ArrayNode several) {
            several.forEach(AvroPayload::dropFullAliases);
        } else if (schema instanceof ObjectNode type) {
            if (type.get(ALIASES) instanceof ArrayNode aliases) {
                aliases.removeIf(alias -> alias.asText().contains("."));
                if (aliases.isEmpty()) {
                    type.remove(ALIASES);
                }
            }
            PARTS.forEach(part -> dropFullAliases(type.path(part)));
        }
    }
}
