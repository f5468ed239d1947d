package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** An OpenAPI document, to which replies are held. */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;

    OpenApi(String document) {
        this.document = tree(document);
    }

    /** The paths, and the methods of each. */
    SortedMap<String, Set<String>> routes() {
        SortedMap<String, Set<String>> routes = new TreeMap<>();
        document.get("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            routes.put(path.getKey(), methods);
        });
        return routes;
    }

    /** Holds that a reply is what the document says of its route and status: content type, body, headers, and what is wrong. */
    void requireValid(String method, String path, HttpResponse<String> reply) {
        String status = Integer.toString(reply.statusCode());
        JsonNode found =
                document.get("paths").path(path).path(method).path("responses").path(status);
        assertThat(found.isMissingNode()).as("%s %s %s", method, path, status).isFalse();
        JsonNode response =
                found.has("$ref") ? document.at(found.get("$ref").textValue().substring(1)) : found;
        String type = reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode media = response.path("content").path(type);
        assertThat(media.isMissingNode()).as("%s of %s", type, response).isEqualTo(type.isEmpty());
        if (type.endsWith("json")) {
            requireValid(media.get("schema"), tree(reply.body()));
        }
        if (type.equals("application/problem+json")) {
            String problem = tree(reply.body()).get("type").textValue().replace("urn:annals:problem:", "");
            assertThat(response.get("x-annals-problems"))
                    .map(JsonNode::textValue)
                    .contains(problem);
        }
        for (String header :
                new String[] {"ETag", "Annals-Message-Id", "Link", "Location", "Retry-After", "Annals-Lag"}) {
            if (reply.headers().firstValue(header).isPresent()) {
                assertThat(response.path("headers").has(header))
                        .as("%s of %s", header, response)
                        .isTrue();
            }
        }
    }

    /** With no field at its top that the schema does not know. */
    private void requireValid(JsonNode schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.put("unevaluatedProperties", false);
        root.set("components", document.get("components"));
        if (!schema.isEmpty() && (schema.size() > 1 || !schema.has("type"))) {
            assertThat(REGISTRY.getSchema(root).validate(value)).as("%s", value).isEmpty();
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
