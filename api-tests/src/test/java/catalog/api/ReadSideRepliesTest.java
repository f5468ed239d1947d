package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import catalog.CatalogService;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Read models, histories and former versions are answered as documented. */
final class ReadSideRepliesTest {

    private static final String BOOK = UUID.randomUUID().toString();

    private static TestService service;
    private static OpenApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(CatalogService::new);
        api = new OpenApi(service.http().get("/openapi.json").body());
        post(
                "/authors/commands",
                "{\"_type\":\"CreateAuthor\",\"code\":\"jane\",\"firstName\":\"\",\"lastName\":\"\"}");
        post("/books/commands", "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Emma\"}".formatted(BOOK));
        post("/books/commands", "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"jane\"}".formatted(BOOK));
        await().until(() -> get("/booksCards/one/" + BOOK).statusCode() == 200);
        await().until(() -> get("/authorBooks/one/jane").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void readModels() {
        requireValid("/booksCards/one/{key}", 200, "/booksCards/one/" + BOOK);
        requireValid("/booksCards/all", 200, "/booksCards/all");
        requireValid("/authorBooks/one/{key}", 200, "/authorBooks/one/jane");
        requireValid("/authorBooks/one/{key}", 404, "/authorBooks/one/nobody");
        requireValid("/booksCards/one/{key}", 400, "/booksCards/one/" + BOOK + "?version=1");
        requireValid("/booksCards/one/{key}/events", 406, "/booksCards/one/" + BOOK + "/events");
        requireValid("/booksCards/dead-letters", 200, "/booksCards/dead-letters");
    }

    @Test
    void historiesAndFormerVersions() {
        requireValid("/books/one/{key}/events", 200, "/books/one/" + BOOK + "/events");
        requireValid("/books/one/{key}", 200, "/books/one/" + BOOK + "?version=1");
        requireValid("/books/one/{key}", 404, "/books/one/" + BOOK + "?version=99");
        requireValid("/authors/one/{key}/events", 406, "/authors/one/jane/events");
    }

    private static void requireValid(String path, int status, String target) {
        HttpResponse<String> reply = get(target);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        api.requireValid("get", path, reply);
    }

    private static HttpResponse<String> get(String path) {
        return service.http().get(path);
    }

    private static void post(String path, String command) {
        api.requireValid("post", path, service.http().post(path, command));
    }
}
