package dev.annals.processor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What specifications say of documents, by the schemas that their owners publish. */
final class Specifications {

    private static final Path FOLDER = Path.of("src/test/resources/specifications");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Specifications() {}

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an OpenAPI document, its schemas apart. */
    static List<Error> openApi(JsonNode document) {
        return REGISTRY.getSchema(tree(TextFiles.read(FOLDER.resolve("openapi-3.1.json"))))
                .validate(document);
    }

    /** What is wrong with an AsyncAPI document. */
    static List<Error> asyncApi(JsonNode document) {
        return REGISTRY.getSchema(tree(TextFiles.read(FOLDER.resolve("asyncapi-3.0.0.json"))))
                .validate(document);
    }

    /** What is wrong with a schema. */
    static List<Error> jsonSchema(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema);
    }

    /** What is wrong with a value by one of the schemas of an OpenAPI document. */
    static List<Error> value(JsonNode document, String schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.get("components"));
        return REGISTRY.getSchema(root).validate(value);
    }
}
