package catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.LiveFeed;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.UUID;
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
        assertThat(get("/authors/all")).startsWith("200 [").contains("{\"_key\":\"mary\",\"_version\":4,");
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

    @Test
    void aCardIsThereWhileBookAndAuthorAreAndFollowsBoth() {
        authors("{\"_type\":\"CreateAuthor\",\"code\":\"jane\",\"firstName\":\"Jane\",\"lastName\":\"A.\"}");
        String book = UUID.randomUUID().toString();
        books(book, "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Emma\"}");
        books(book, "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"jane\"}");
        awaitReply(
                "/booksCards/one/" + book,
                ("200 {\"_key\":\"%s\",\"_version\":1,\"book\":{\"id\":\"%s\",\"title\":\"Emma\",\"author\":\"jane\","
                                + "\"chapters\":[],\"status\":\"DRAFT\"},\"author\":{\"code\":\"jane\","
                                + "\"firstName\":\"Jane\",\"lastName\":\"A.\"}}")
                        .formatted(book, book));
        await().untilAsserted(
                        () -> assertThat(get("/authorBooks/one/jane"))
                                .matches(
                                        "200 \\{\"_key\":\"jane\",\"_version\":1,\"count\":1,\"lastTitle\":\"Emma\",\"lastCame\":\"[-0-9T:.]+Z\"}"));
        authors("{\"_type\":\"UpdateAuthor\",\"code\":\"jane\",\"firstName\":\"Jane\",\"lastName\":\"Austen\"}");
        await().untilAsserted(() -> assertThat(get("/booksCards/all")).contains("\"lastName\":\"Austen\""));
        authors("{\"_type\":\"DeleteAuthor\",\"code\":\"jane\"}");
        await().untilAsserted(() -> assertThat(get("/booksCards/one/" + book)).startsWith("404 "));
        books(book, "{\"_type\":\"RemoveBook\",\"id\":\"%s\"}");
        await().untilAsserted(() -> assertThat(get("/authorBooks/one/jane")).startsWith("404 "));
    }

    @Test
    void readModelsAreFollowedLive() {
        authors("{\"_type\":\"CreateAuthor\",\"code\":\"george\",\"firstName\":\"George\",\"lastName\":\"Eliot\"}");
        String book = UUID.randomUUID().toString();
        try (LiveFeed all = service.http().feed("/booksCards/events");
                LiveFeed one = service.http().feed("/booksCards/one/" + book + "/events")) {
            books(book, "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Romola\"}");
            books(book, "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"george\"}");
            LiveFeed.Event changed = one.next();
            books(book, "{\"_type\":\"RemoveBook\",\"id\":\"%s\"}");
            LiveFeed.Event deleted = one.next();

            assertThat(changed.type()).isEqualTo("changed");
            assertThat(changed.data())
                    .startsWith("{\"_key\":\"" + book + "\",\"_version\":1,\"_time\":\"")
                    .contains("\"title\":\"Romola\"")
                    .contains("\"lastName\":\"Eliot\"");
            assertThat(deleted.type()).isEqualTo("deleted");
            assertThat(deleted.data()).startsWith("{\"_key\":\"" + book + "\",\"_version\":2,\"_time\":\"");
            assertThat(all.next().data()).isEqualTo(changed.data());
            assertThat(all.next().data()).isEqualTo(deleted.data());
        }
        assertThat(get("/booksCards/one/" + book + "/events")).startsWith("406 ");
        assertThat(get("/booksCards/one/" + book + "?version=1"))
                .startsWith("400 ")
                .contains("invalid-parameter");
    }

    private static void awaitReply(String path, String reply) {
        await().untilAsserted(() -> assertThat(get(path)).isEqualTo(reply));
    }

    private static String authors(String command) {
        return text(service.http().post("/authors/commands", command));
    }

    private static String books(String command) {
        return books(BOOK, command);
    }

    private static String books(String book, String command) {
        return text(service.http().post("/books/commands", command.formatted(book)));
    }

    private static String get(String path) {
        return text(service.http().get(path));
    }

    private static String text(HttpResponse<String> reply) {
        return reply.statusCode() + " " + reply.body();
    }
}
