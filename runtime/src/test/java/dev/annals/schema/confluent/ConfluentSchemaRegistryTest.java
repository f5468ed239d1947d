package dev.annals.schema.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownSchemaException;
import dev.annals.tls.KeyFile;
import dev.annals.tls.KeyStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry's client against a server that answers what it is told to, over HTTP and TLS. */
class ConfluentSchemaRegistryTest {

    private static final String JSON = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";
    private static final MessageSchema SCHEMA = new MessageSchema("R", 1, 7, JSON);
    private static final String PASSWORD = "changeit";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void asksForNothingTwice() throws Exception {
        ConfluentSchemaRegistry registry = serving(200, "{\"id\":3,\"schema\":" + quoted(JSON) + "}");

        assertThat(registry.register(List.of(SCHEMA))).containsExactly(3L);
        assertThat(registry.register(List.of(SCHEMA))).containsExactly(3L);
        assertThat(registry.schema(3)).isEqualTo(JSON);

        assertThat(requests).containsExactly("POST /api/subjects/R/versions null", "GET /api/schemas/ids/3 null");
    }

    @Test
    void asksOnceForAnUnknownId() throws Exception {
        ConfluentSchemaRegistry registry = serving(404, "{\"error_code\":40403,\"message\":\"not found\"}");

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(UnknownSchemaException.class)
                    .isThrownBy(() -> registry.schema(77))
                    .withMessageStartingWith("There is no schema with the id 77 in the registry at http://127.0.0.1:");
        }

        assertThat(requests).hasSize(1);
    }

    @Test
    void triesAgainWhereTheRegistryHasTrouble() throws Exception {
        failures.set(2);
        ConfluentSchemaRegistry registry = serving(200, "{\"id\":3,\"schema\":" + quoted(JSON) + "}");

        assertThat(registry.schema(3)).isEqualTo(JSON);
        assertThat(requests).hasSize(3);
    }

    @Test
    void anotherMeaningUnderTheIdIsRefused() throws Exception {
        String dated = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[],\"annals.version\":2}";
        ConfluentSchemaRegistry registry = serving(200, "{\"id\":3,\"schema\":" + quoted(dated) + "}");

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> registry.register(List.of(SCHEMA)))
                .withMessageContaining("R: annals.version is 2 there and absent here");
    }

    @Test
    void sendsCredentials() throws Exception {
        URI url = start(200, "{\"schema\":" + quoted(JSON) + "}");

        registry(url, new Credentials.Basic("bank", "geheim")).schema(1);
        registry(url, new Credentials.Bearer("token")).schema(1);

        assertThat(requests)
                .containsExactly(
                        "GET /api/schemas/ids/1 Basic YmFuazpnZWhlaW0=", "GET /api/schemas/ids/1 Bearer token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"message\":\"who?\"}    | status 401, who?. It wants to know who asks: set schemas.user and schemas.password, or schemas.token",
                "404 | <html>                    | Is schemas.url (SCHEMAS_URL) right, with the path of its Confluent API?",
                "409 | {\"message\":\"int, not string\"} | it is not compatible with what is registered under the subject R. The registry says: int, not string",
                "422 | {\"message\":\"no schema\"} | it is not valid under the subject R. The registry says: no schema",
                "200 | <html>                    | is no Confluent-compatible schema registry"
            })
    void refusalsAreInWords(int status, String body, String message) throws Exception {
        ConfluentSchemaRegistry registry = serving(status, body);

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> registry.register(List.of(SCHEMA)))
                .withMessageContaining(message);
    }

    @Test
    void wrongCredentialsNameTheirSettings() throws Exception {
        URI url = start(403, "{\"message\":\"not you\"}");

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() ->
                        registry(url, new Credentials.Basic("bank", "geheim")).schema(1))
                .withMessageContaining("Look at schemas.user and schemas.password (SCHEMAS_USER, SCHEMAS_PASSWORD)")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(
                        () -> registry(url, new Credentials.Bearer("geheim")).schema(1))
                .withMessageContaining("Look at schemas.token (SCHEMAS_TOKEN)")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void tlsTakesTheTrustStoreAndShowsTheKeyStore(@TempDir Path directory) throws Exception {
        Path store = KeyStores.selfSigned(directory, PASSWORD);
        URI url = startTls(store);
        KeyFile file = new KeyFile(store, PASSWORD);

        try (ConfluentSchemaRegistry trusting = new ConfluentSchemaRegistry(
                new ConfluentSettings(url, new Credentials.None(), Optional.of(file), Optional.of(file)))) {
            assertThat(trusting.schema(1)).isEqualTo(JSON);
        }
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> registry(url, new Credentials.None()).schema(1))
                .withMessageContaining("There is no TLS connection to the schema registry at " + url)
                .withMessageContaining("schemas.truststore.path (SCHEMAS_TRUSTSTORE_PATH)");
    }

    @Test
    void wrongPasswordOfAKeyStoreNamesItsSetting(@TempDir Path directory) throws Exception {
        KeyFile file = new KeyFile(KeyStores.selfSigned(directory, PASSWORD), "geheim");

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> new ConfluentSchemaRegistry(new ConfluentSettings(
                        URI.create("https://r:1"), new Credentials.None(), Optional.of(file), Optional.empty())))
                .withMessageContaining("Look at schemas.truststore.path and schemas.truststore.password")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    private ConfluentSchemaRegistry serving(int status, String body) throws IOException {
        return registry(start(status, body), new Credentials.None());
    }

    private static ConfluentSchemaRegistry registry(URI url, Credentials credentials) {
        return new ConfluentSchemaRegistry(new ConfluentSettings(url, credentials, Optional.empty(), Optional.empty()));
    }

    private URI start(int status, String body) throws IOException {
        return serve(HttpServer.create(loopback(), 0), "http", status, body);
    }

    private URI startTls(Path store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(loopback(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return serve(https, "https", 200, "{\"schema\":" + quoted(JSON) + "}");
    }

    private URI serve(HttpServer created, String scheme, int status, String body) {
        server = created;
        created.createContext("/", exchange -> answer(exchange, status, body));
        created.start();
        return URI.create(
                "%s://127.0.0.1:%d/api".formatted(scheme, created.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }
}
