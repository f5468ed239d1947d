package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;

import catalog.CatalogService;
import dev.annals.testkit.TestService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The running catalogue answers what its OpenAPI document says, on the routes that it names. */
final class RepliesTest {

    private static final String COMMANDS = "/authors/commands";
    private static final String BOOK = "0b1f0d1c-5a0d-4d0e-9d5e-3c1c4b0c7a10";

    private static TestService service;
    private static OpenApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(CatalogService::new);
        api = new OpenApi(service.http().get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void documentHasAllRoutesAndNoOthers() {
        SortedMap<String, Set<String>> routes = new TreeMap<>();
        service.routes().forEach((path, methods) -> routes.put(path, withoutHead(methods)));

        assertThat(api.routes()).isEqualTo(routes);
    }

    @Test
    void commandsAreAnsweredAsDocumented() {
        String create = author("CreateAuthor", "anne");

        requireStatus(200, post(COMMANDS, create));
        requireStatus(409, post(COMMANDS, create));
        requireStatus(200, post(COMMANDS, author("UpdateAuthor", "anne")));
        requireStatus(404, post(COMMANDS, author("UpdateAuthor", "nobody")));
        requireStatus(422, post(COMMANDS, author("CreateAuthor", "Anne!")));
        requireStatus(400, post(COMMANDS, "{"));
        requireStatus(400, post(COMMANDS, "{\"_type\":\"CreateAuthor\",\"code\":\"x\"}"));
        requireStatus(412, post(COMMANDS, author("UpdateAuthor", "anne"), "If-Match", "\"7\""));
        requireStatus(415, post(COMMANDS, create, "Content-Type", "text/plain"));
        requireStatus(202, post(COMMANDS, author("CreateAuthor", "emily"), "Prefer", "respond-async"));
        requireStatus(200, post(COMMANDS, author("CreateAuthor", "once"), "Idempotency-Key", "once"));
        requireStatus(422, post(COMMANDS, author("CreateAuthor", "twice"), "Idempotency-Key", "once"));
        requireStatus(200, get("/authors/events/one/{messageId}", "/authors/events/one/once"));
        requireStatus(404, get("/authors/events/one/{messageId}", "/authors/events/one/never"));
    }

    @Test
    void entitiesAreReadAsDocumented() {
        requireStatus(200, post("/books/commands", book("CreateBook", "\"title\":\"Emma\"")));
        requireStatus(200, get("/books/one/{key}", "/books/one/" + BOOK));
        requireStatus(200, post("/books/commands", book("SetBookAuthor", "\"author\":\"jane\"")));
        requireStatus(200, post("/books/commands", book("AddChapter", "\"title\":\"I\",\"content\":\"\"")));
        requireStatus(200, get("/books/one/{key}", "/books/one/" + BOOK));
        requireStatus(200, get("/books/one/{key}", "/books/one/" + BOOK + "?stale=ok"));
        requireStatus(304, get("/books/one/{key}", "/books/one/" + BOOK, "If-None-Match", "\"3\""));
        requireStatus(412, get("/books/one/{key}", "/books/one/" + BOOK, "If-Match", "\"7\""));
        requireStatus(400, get("/books/one/{key}", "/books/one/emma"));
        requireStatus(404, get("/books/one/{key}", "/books/one/6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5"));
        requireStatus(400, get("/books/all", "/books/all?limit=0"));
        requireStatus(200, post(COMMANDS, author("CreateAuthor", "page-1")));
        requireStatus(200, post(COMMANDS, author("CreateAuthor", "page-2")));
        assertThat(get("/authors/all", "/authors/all?limit=1").headers().firstValue("Link"))
                .isPresent();
        requireStatus(200, get("/books/all", "/books/all"));
    }

    @Test
    void theServiceItselfAnswersAsDocumented() {
        for (String path : new String[] {
            "/instances",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json",
            "/asyncapi.json",
            "/topology",
            "/authors/dead-letters"
        }) {
            requireStatus(200, get(path, path));
        }
        requireStatus(404, get("/instances/{store}", "/instances/nothing"));
        requireStatus(404, get("/schemas/ids/{id}", "/schemas/ids/0x0000000000000001"));
        requireStatus(400, get("/schemas/ids/{id}", "/schemas/ids/none"));
        requireStatus(404, get("/authors/dead-letters/{id}", "/authors/dead-letters/0-0"));
        requireStatus(400, get("/topology", "/topology?format=png"));
    }

    @Test
    void documentsAreServedWithATag() {
        for (String path : new String[] {"/openapi.json", "/asyncapi.json"}) {
            HttpResponse<String> document = get(path, path);
            String tag = document.headers().firstValue("ETag").orElseThrow();

            assertThat(document.body()).isEqualTo(resource("META-INF/annals/catalog" + path));
            HttpResponse<String> again = get(path, path, "If-None-Match", tag);
            requireStatus(304, again);
            assertThat(again.body()).isEmpty();
            requireStatus(200, get(path, path, "If-None-Match", "\"another\""));
        }
    }

    @Test
    void topologyIsShownAsTextAndAsADiagram() {
        assertThat(get("/topology", "/topology").body())
                .startsWith("catalog\n\nTopologies:\n   Sub-topology: 0\n")
                .contains("Processor: authors (stores: [")
                .contains("Sink: books-events (topic: catalog.books.events)");
        for (HttpResponse<String> diagram : List.of(
                get("/topology", "/topology?format=mermaid"),
                get("/topology", "/topology", "Accept", "text/vnd.mermaid"))) {
            assertThat(diagram.headers().firstValue("Content-Type")).contains("text/vnd.mermaid; charset=utf-8");
            assertThat(diagram.body())
                    .startsWith("flowchart LR\n")
                    .contains("[\"sub-topology 1\"]")
                    .contains("([\"catalog.books.events\"]):::topic")
                    .contains("[(\"books\")]:::store")
                    .contains("[\"books\"]:::processor");
        }
    }

    private static void requireStatus(int status, HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.uri() + " " + reply.body()).isEqualTo(status);
    }

    /** Posts a command, and holds the reply to the document. */
    private static HttpResponse<String> post(String path, String json, String... headers) {
        var request = service.http()
                .request(path)
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.setHeader(headers[0], headers[1]);
        }
        HttpResponse<String> reply = service.http().send(request.build());
        api.requireValid("post", path, reply);
        return reply;
    }

    /** Sends a GET, and holds the reply to what the document says of the template. */
    private static HttpResponse<String> get(String template, String path, String... headers) {
        var request = service.http().request(path);
        if (headers.length > 0) {
            request.header(headers[0], headers[1]);
        }
        HttpResponse<String> reply = service.http().send(request.build());
        api.requireValid("get", template, reply);
        return reply;
    }

    private static String author(String type, String code) {
        return "{\"_type\":\"%s\",\"code\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\"}".formatted(type, code);
    }

    private static String book(String type, String fields) {
        return "{\"_type\":\"%s\",\"id\":\"%s\",%s}".formatted(type, BOOK, fields);
    }

    private static Set<String> withoutHead(Iterable<String> methods) {
        Set<String> others = new TreeSet<>();
        methods.forEach(others::add);
        others.remove("HEAD");
        return others;
    }

    private static String resource(String path) {
        try (var in = CatalogService.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
