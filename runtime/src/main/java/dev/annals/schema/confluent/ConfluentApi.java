package dev.annals.schema.confluent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistryException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two calls that are made of the registry, and what its refusals mean. */
final class ConfluentApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient rest;
    private final Credentials credentials;

    ConfluentApi(ConfluentSettings settings) {
        this.rest = new RestClient(settings);
        this.credentials = settings.credentials();
    }

    /** Registers a schema under its record's full name, which changes nothing where it is registered already. */
    int register(MessageSchema schema) {
        String subject = URLEncoder.encode(schema.name(), StandardCharsets.UTF_8);
        String body = JSON.createObjectNode().put("schema", schema.json()).toString();
        HttpResponse<String> response = rest.post("/subjects/" + subject + "/versions", body);
        return switch (response.statusCode()) {
            case 200, 201 -> member(response, "id").intValue();
            case 409 -> throw refused(schema, "not compatible with what is registered under the subject", response);
            case 422 -> throw refused(schema, "not valid under the subject", response);
            default -> throw unexpected("register the schema of " + schema.name(), response);
        };
    }

    /** The schema of an id, and nothing where the registry does not know the id. */
    Optional<String> schema(long id) {
        HttpResponse<String> response = rest.get("/schemas/ids/" + id);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(member(response, "schema").textValue());
            case 404 -> Optional.empty();
            default -> throw unexpected("look up the schema of id " + id, response);
        };
    }

    /** Where the registry is, for messages. */
    String url() {
        return rest.url();
    }

    private JsonNode member(HttpResponse<String> response, String name) {
        JsonNode member = body(response).path(name);
        if (!member.isIntegralNumber() && !member.isTextual()) {
            throw new SchemaRegistryException(
                    "What answers at %s is no Confluent-compatible schema registry: there is no \"%s\" in its reply. Is schemas.url (SCHEMAS_URL) right?"
                            .formatted(rest.url(), name));
        }
        return member;
    }

    private static JsonNode body(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private SchemaRegistryException refused(MessageSchema schema, String why, HttpResponse<String> response) {
        return new SchemaRegistryException(
                ("The schema registry at %s refuses the schema of %s: it is %s %s. The registry says: %s. Make the change a"
                                + " compatible one, or change the compatibility of the subject there")
                        .formatted(rest.url(), schema.name(), why, schema.name(), said(response)));
    }

    private SchemaRegistryException unexpected(String what, HttpResponse<String> response) {
        int status = response.statusCode();
        String hint = switch (status) {
            case 401, 403 -> ". " + credentialsHint();
            case 404, 405 -> ". Is schemas.url (SCHEMAS_URL) right, with the path of its Confluent API?";
            default -> "";
        };
        return new SchemaRegistryException("The schema registry at %s did not %s: status %d, %s%s"
                .formatted(rest.url(), what, status, said(response), hint));
    }

    private String credentialsHint() {
        if (credentials instanceof Credentials.Basic) {
            return "Look at schemas.user and schemas.password (SCHEMAS_USER, SCHEMAS_PASSWORD), and at what that user may do";
        }
        if (credentials instanceof Credentials.Bearer) {
            return "Look at schemas.token (SCHEMAS_TOKEN), and at what it allows";
        }
        return "It wants to know who asks: set schemas.user and schemas.password, or schemas.token";
    }

    private static String said(HttpResponse<String> response) {
        JsonNode message = body(response).path("message");
        if (message.isTextual()) {
            return message.textValue();
        }
        return response.headers()
                .firstValue("Location")
                .map(location -> "another place, " + location)
                .orElse("nothing more");
    }
}
