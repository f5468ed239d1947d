package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import catalog.CatalogService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue serves and answers is what its document says. */
final class DocumentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static TestService service;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(CatalogService::new);
        document = JSON.readTree(get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void itHasTheRoutesThatAreServedAndNoOthers() {
        SortedMap<String, Set<String>> documented = new TreeMap<>();
        document.get("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            documented.put(path.getKey(), methods);
        });
        SortedMap<String, Set<String>> served = new TreeMap<>();
        service.routes().forEach((path, methods) -> {
            Set<String> withoutHead = new TreeSet<>(methods);
            withoutHead.remove("HEAD");
            served.put(path, withoutHead);
        });

        assertThat(served).isEqualTo(documented);
        assertThat(served)
                .containsKeys("/booksCards/one/{key}", "/authorBooks/all", "/books/one/{key}/events", "/topology");
    }

    @Test
    void repliesAreOfItsSchemas() throws Exception {
        String book = UUID.randomUUID().toString();
        requireValid(
                "/authors/commands",
                "post",
                "200",
                post(
                        "/authors/commands",
                        "{\"_type\":\"CreateAuthor\",\"code\":\"jane\",\"firstName\":\"Jane\",\"lastName\":\"Austen\"}"));
        requireValid(
                "/books/commands",
                "post",
                "200",
                post("/books/commands", "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Emma\"}".formatted(book)));
        requireValid(
                "/books/commands",
                "post",
                "200",
                post(
                        "/books/commands",
                        "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"jane\"}".formatted(book)));
        requireValid(
                "/books/commands",
                "post",
                "200",
                post(
                        "/books/commands",
                        "{\"_type\":\"AddChapter\",\"id\":\"%s\",\"title\":\"I\",\"content\":\"\"}".formatted(book)));
        await().until(() -> get("/booksCards/one/" + book).statusCode() == 200);
        await().until(() -> get("/authorBooks/one/jane").statusCode() == 200);

        requireValid("/books/one/{key}", "get", "200", get("/books/one/" + book));
        requireValid("/books/one/{key}", "get", "200", get("/books/one/" + book + "?version=1"));
        requireValid("/books/one/{key}/events", "get", "200", get("/books/one/" + book + "/events"));
        requireValid("/books/all", "get", "200", get("/books/all"));
        requireValid("/booksCards/one/{key}", "get", "200", get("/booksCards/one/" + book));
        requireValid("/booksCards/all", "get", "200", get("/booksCards/all"));
        requireValid("/authorBooks/one/{key}", "get", "200", get("/authorBooks/one/jane"));
        requireValid("/authors/one/{key}", "get", "404", get("/authors/one/nobody"));
        requireValid("/books/one/{key}", "get", "404", get("/books/one/" + book + "?version=99"));
        requireValid("/booksCards/one/{key}/events", "get", "406", get("/booksCards/one/" + book + "/events"));
        requireValid("/authors/dead-letters", "get", "200", get("/authors/dead-letters"));
        requireValid("/health/ready", "get", "200", get("/health/ready"));
    }

    private static void requireValid(String path, String method, String status, HttpResponse<String> reply)
            throws Exception {
        assertThat(Integer.toString(reply.statusCode())).as(reply.body()).isEqualTo(status);
        JsonNode responses = document.get("paths").get(path).get(method).get("responses");
        assertThat(responses.has(status)).as("%s of %s", status, path).isTrue();
        JsonNode response = resolve(responses.get(status));
        String type = reply.headers().firstValue("Content-Type").orElseThrow().split(";", -1)[0];
        JsonNode content = response.get("content").get(type);
        assertThat(content).as("%s of %s %s", type, path, status).isNotNull();
        ObjectNode schema = content.get("schema").deepCopy();
        schema.set("components", document.get("components"));
        assertThat(SCHEMAS.getSchema(schema).validate(JSON.readTree(reply.body())))
                .as(reply.body())
                .isEmpty();
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static HttpResponse<String> get(String path) {
        return service.http().get(path);
    }

    private static HttpResponse<String> post(String path, String command) {
        return service.http().post(path, command);
    }
}
