package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue was asked to answer, word for word. */
final class TranscriptTest {

    private static final String BOOK = "0b1f0d1c-5a0d-4d0e-9d5e-3c1c4b0c7a10";

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
    void anAuthorIsCreatedUpdatedDeletedAndCreatedAgain() {
        String create = "{\"_type\":\"CreateAuthor\",\"code\":\"mary\",\"firstName\":\"Mary\",\"lastName\":\"Godwin\"}";

        assertThat(authors(create))
                .isEqualTo("200 [{\"_type\":\"AuthorCreated\",\"code\":\"mary\",\"firstName\":\"Mary\","
                        + "\"lastName\":\"Godwin\"}]");
        assertThat(authors(create)).startsWith("409 ").contains("already");
        assertThat(
                        authors(
                                "{\"_type\":\"UpdateAuthor\",\"code\":\"mary\",\"firstName\":\"Mary\",\"lastName\":\"Shelley\"}"))
                .isEqualTo("200 {\"_type\":\"AuthorUpdated\",\"firstName\":\"Mary\",\"lastName\":\"Shelley\"}");
        assertThat(get("/authors/one/mary"))
                .isEqualTo("200 {\"_key\":\"mary\",\"_version\":2,\"code\":\"mary\",\"firstName\":\"Mary\","
                        + "\"lastName\":\"Shelley\"}");
        assertThat(authors("{\"_type\":\"DeleteAuthor\",\"code\":\"mary\"}"))
                .isEqualTo("200 {\"_type\":\"AuthorDeleted\"}");
        assertThat(get("/authors/one/mary")).startsWith("404 ");
        assertThat(authors("{\"_type\":\"DeleteAuthor\",\"code\":\"mary\"}")).startsWith("404 ");
        assertThat(authors(create)).startsWith("200 ");
        assertThat(get("/authors/all")).startsWith("200 [{\"_key\":\"mary\",");
    }

    @Test
    void anAuthorWithABadCodeIsRefused() {
        assertThat(authors("{\"_type\":\"CreateAuthor\",\"code\":\"Mary!\",\"firstName\":\"\",\"lastName\":\"\"}"))
                .startsWith("422 ")
                .contains("\"code\":\"invalid-author-code\"");
    }

    @Test
    void aBookGoesFromItsCreationToItsRemovalWithItsChapters() {
        assertThat(books("{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Frankenstein\"}"))
                .isEqualTo(
                        "200 [{\"_type\":\"BookCreated\",\"id\":\"%s\",\"title\":\"Frankenstein\"}]".formatted(BOOK));
        assertThat(books("{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"mary\"}"))
                .isEqualTo("200 {\"_type\":\"BookAuthorSet\",\"author\":\"mary\",\"previous\":null,"
                        + "\"title\":\"Frankenstein\"}");
        assertThat(get("/books/one/" + BOOK)).contains("\"status\":\"DRAFT\"");
        String added =
                books("{\"_type\":\"AddChapter\",\"id\":\"%s\",\"title\":\"Letter 1\",\"content\":\"You will\"}");
        assertThat(added).startsWith("200 {\"_type\":\"ChapterAdded\",\"chapterId\":\"");
        assertThat(get("/books/one/" + BOOK)).contains("\"status\":\"VALID\"");
        assertThat(books("{\"_type\":\"RemoveChapter\",\"id\":\"%s\",\"chapterId\":\"" + BOOK + "\"}"))
                .startsWith("422 ")
                .contains("no-such-chapter");
        assertThat(books("{\"_type\":\"RemoveBook\",\"id\":\"%s\"}"))
                .startsWith("200 [{\"_type\":\"ChapterRemoved\",")
                .endsWith("{\"_type\":\"BookRemoved\",\"author\":\"mary\"}]");
        assertThat(get("/books/one/" + BOOK)).startsWith("404 ");
    }

    @Test
    void aBookWithoutATitleIsRefused() {
        assertThat(books("{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\" \"}"))
                .startsWith("422 ");
    }

    private static String authors(String command) {
        return text(service.http().post("/authors/commands", command));
    }

    private static String books(String command) {
        return text(service.http().post("/books/commands", command.formatted(BOOK)));
    }

    private static String get(String path) {
        return text(service.http().get(path));
    }

    private static String text(HttpResponse<String> reply) {
        return reply.statusCode() + " " + reply.body();
    }
}
