package dev.annals.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.auth.Access;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas over HTTP, beside the routes of an aggregate that is called schemas. */
class SchemaHandlerTest {

    private static final long NEGATIVE = 0xF123456789ABCDEFL;
    private static final long AMBIGUOUS = 0x1234567890123456L;

    private final HttpClient client = HttpClient.newHttpClient();
    private final SchemaRegistry schemas = new InMemorySchemaRegistry();
    private final HttpServer server = HttpServer.start(
            "127.0.0.1",
            0,
            Limits.DEFAULT,
            Duration.ofMinutes(1),
            Optional.empty(),
            SchemaEndpoint.addTo(new Routes(), schemas, new Door(Access.open(), Limits.DEFAULT))
                    .get(
                            "/schemas/one/{key}",
                            exchange -> Replies.sendJson(exchange, 200, out -> out.writeString("one")))
                    .get("/schemas/all", exchange -> Replies.sendJson(exchange, 200, out -> out.writeString("all"))));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"-1070935975390360081", "f123456789abcdef", "F123456789ABCDEF", "0xf123456789abcdef"})
    void idIsDecimalOrHex(String id) throws Exception {
        schemas.register(List.of(schema(NEGATIVE, "\"long\"")));

        HttpResponse<String> reply = get("/schemas/ids/" + id);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("\"long\"");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void whatMayBeBothIsDecimal() throws Exception {
        schemas.register(List.of(schema(AMBIGUOUS, "\"int\""), schema(1234567890123456L, "\"long\"")));

        assertThat(get("/schemas/ids/1234567890123456").body()).isEqualTo("\"long\"");
        assertThat(get("/schemas/ids/0x1234567890123456").body()).isEqualTo("\"int\"");
    }

    @Test
    void unknownIdIsNotFound() throws Exception {
        HttpResponse<String> reply = get("/schemas/ids/0123456789abcdef");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("urn:annals:problem:unknown-schema", "0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({"x", "1.5", "123456789abcdef", "99999999999999999999", "9223372036854775808", "0x1"})
    void whatIsNoIdIsRefused(String id) throws Exception {
        HttpResponse<String> reply = get("/schemas/ids/" + id);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("urn:annals:problem:invalid-schema-id", "16 hex digits");
    }

    @Test
    void aggregateCalledSchemasHasItsRoutes() throws Exception {
        assertThat(get("/schemas/one/ids").body()).isEqualTo("\"one\"");
        assertThat(get("/schemas/all").body()).isEqualTo("\"all\"");
    }

    private static MessageSchema schema(long fingerprint, String json) {
        return new MessageSchema("x", 1, fingerprint, json);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
