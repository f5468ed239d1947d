package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What books were, and what has happened to them. */
final class HistoryTest {

    private static final Pattern VERSION = Pattern.compile("\"_version\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final String ID = "[0-9a-f-]{36}-1";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(CatalogService::new);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void eventsAreToBeHadByKeyWithTheirVersionIdAndTime() {
        String book = newBook("Emma");
        command("SetBookAuthor", book, ",\"author\":\"jane\"");

        HttpResponse<String> events = get("/books/one/" + book + "/events");

        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(events.body())
                .matches(Pattern.quote("[{\"_type\":\"BookCreated\",\"id\":\"" + book + "\",\"title\":\"Emma\",")
                        + "\"_version\":1,\"_id\":\"" + ID + "\",\"_time\":\"" + TIME + "\"},"
                        + Pattern.quote("{\"_type\":\"BookAuthorSet\",\"author\":\"jane\",\"previous\":null,")
                        + "\"title\":\"Emma\",\"_version\":2,\"_id\":\"" + ID + "\",\"_time\":\"" + TIME + "\"}\\]");
    }

    @Test
    void pagesLeadFromOneToTheNext() {
        String book = newBook("Persuasion");
        for (int i = 2; i <= 25; i++) {
            command("SetBookAuthor", book, ",\"author\":\"author-" + i + "\"");
        }
        List<Long> versions = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<String> path = Optional.of("/books/one/" + book + "/events?limit=10");
        while (path.isPresent()) {
            HttpResponse<String> page = get(path.get());
            List<Long> found = versions(page.body());
            sizes.add(found.size());
            versions.addAll(found);
            Matcher next = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            path = next.matches() ? Optional.of(next.group(1)) : Optional.empty();
        }

        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(versions).hasSize(25).isSorted().doesNotHaveDuplicates().startsWith(1L);
        assertThat(versions(get("/books/one/" + book + "/events?after=24").body()))
                .containsExactly(25L);
        assertThat(get("/books/one/" + book + "/events?after=25").body()).isEqualTo("[]");
        assertThat(get("/books/one/" + book + "/events?after=99").body()).isEqualTo("[]");
        HttpResponse<String> exact = get("/books/one/" + book + "/events?limit=25");
        assertThat(exact.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void versionsAreWhatTheBookWasThen() {
        String book = newBook("Villette");
        command("SetBookAuthor", book, ",\"author\":\"currer\"");
        command("SetBookAuthor", book, ",\"author\":\"charlotte\"");

        HttpResponse<String> first = get("/books/one/" + book + "?version=1");
        HttpResponse<String> second = get("/books/one/" + book + "?version=2");

        assertThat(first.body()).contains("\"_version\":1,", "\"author\":null", "\"title\":\"Villette\"");
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(second.body()).contains("\"_version\":2,", "\"author\":\"currer\"");
        assertThat(second.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(get("/books/one/" + book + "?version=3").body())
                .isEqualTo(get("/books/one/" + book).body());
        HttpResponse<String> unchanged = service.http()
                .send(service.http()
                        .request("/books/one/" + book + "?version=2")
                        .header("If-None-Match", "\"2\"")
                        .build());
        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @Test
    void historySpansDeletionAndRestart() {
        String book = newBook("Shirley");
        command("SetBookAuthor", book, ",\"author\":\"currer\"");
        command("RemoveBook", book, "");
        assertThat(get("/books/one/" + book).statusCode()).isEqualTo(404);
        assertThat(versions(get("/books/one/" + book + "/events").body())).containsExactly(1L, 2L, 3L);
        assertThat(command("CreateBook", book, ",\"title\":\"Shirley again\"").statusCode())
                .isEqualTo(200);

        String before = get("/books/one/" + book + "/events").body();
        assertThat(versions(before)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(get("/books/one/" + book + "?version=2").body()).contains("\"title\":\"Shirley\"");
        assertThat(get("/books/one/" + book + "?version=4").body()).contains("\"title\":\"Shirley again\"");
        assertProblem(get("/books/one/" + book + "?version=3"), 404, "unknown-version", "was deleted with version 3");

        service.restart();

        assertThat(get("/books/one/" + book + "/events").body()).isEqualTo(before);
        assertThat(get("/books/one/" + book + "?version=2").body()).contains("\"title\":\"Shirley\"");
    }

    @Test
    void refusalsAreNoHistory() {
        String book = newBook("Agnes Grey");
        HttpResponse<String> refused = command("RemoveChapter", book, ",\"chapterId\":\"" + book + "\"");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(versions(get("/books/one/" + book + "/events").body())).containsExactly(1L);
    }

    @Test
    void whatIsNotThereIsSaidToBe() {
        String book = newBook("The Professor");
        String none = UUID.randomUUID().toString();
        assertProblem(get("/books/one/" + none + "/events"), 404, "not-found", none);
        assertProblem(get("/books/one/" + none + "?version=1"), 404, "not-found", none);
        assertProblem(get("/books/one/" + book + "?version=0"), 404, "unknown-version", "versions begin with 1");
        assertProblem(get("/books/one/" + book + "?version=2"), 404, "unknown-version", "the last one is 1");
        for (String wrong : List.of("", "x", "-1", "1.5", "9999999999999999999")) {
            assertProblem(get("/books/one/" + book + "?version=" + wrong), 400, "invalid-parameter", "version");
            assertProblem(get("/books/one/" + book + "/events?after=" + wrong), 400, "invalid-parameter", "after");
        }
        assertProblem(get("/books/one/" + book + "/events?limit=0"), 400, "invalid-parameter", "limit");
        assertProblem(get("/books/one/" + book + "/events?limit=1001"), 400, "invalid-parameter", "limit");
        assertProblem(get("/books/one/1-2/events"), 400, "invalid-key", "UUID");
        assertProblem(get("/authors/one/x?version=1"), 400, "invalid-parameter", "history = true");
    }

    private static String newBook(String title) {
        String book = UUID.randomUUID().toString();
        assertThat(command("CreateBook", book, ",\"title\":\"" + title + "\"").statusCode())
                .isEqualTo(200);
        return book;
    }

    private static HttpResponse<String> command(String type, String book, String more) {
        return service.http()
                .post("/books/commands", "{\"_type\":\"" + type + "\",\"id\":\"" + book + "\"" + more + "}");
    }

    private static HttpResponse<String> get(String path) {
        return service.http().get(path);
    }

    private static List<Long> versions(String json) {
        return VERSION.matcher(json)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String type, String detail) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("urn:annals:problem:" + type + "\"").contains(detail);
    }
}
