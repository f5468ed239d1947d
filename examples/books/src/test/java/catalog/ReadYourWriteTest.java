package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever has sent a command finds it in the read models, if he says how far these have to be. */
final class ReadYourWriteTest {

    private static final int ROUNDS = 40;

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(CatalogService::new, Map.of("http.reply.timeout.ms", "3000"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void eachCommandIsInTheNextReadOfEachView() {
        for (int round = 1; round <= ROUNDS; round++) {
            String author = "author-" + round;
            String book = UUID.randomUUID().toString();
            String ofAuthor = position(post(
                    "/authors/commands",
                    "{\"_type\":\"CreateAuthor\",\"code\":\"%s\",\"firstName\":\"\",\"lastName\":\"\"}"
                            .formatted(author)));
            post("/books/commands", "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"T\"}".formatted(book));
            String ofBook = position(post(
                    "/books/commands",
                    "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"%s\"}".formatted(book, author)));

            assertThat(get("/booksCards/one/" + book, ofAuthor + ", " + ofBook).statusCode())
                    .as("round %d", round)
                    .isEqualTo(200);
            assertThat(get("/authorBooks/one/" + author, ofBook).statusCode()).isEqualTo(200);
            assertThat(get("/booksCards/all?limit=1000", ofBook).body()).contains(book);

            String removed =
                    position(post("/books/commands", "{\"_type\":\"RemoveBook\",\"id\":\"%s\"}".formatted(book)));
            assertThat(get("/booksCards/one/" + book, removed).statusCode()).isEqualTo(404);
            assertThat(get("/authorBooks/one/" + author, removed).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatIsNotReachedInTimeIsNotAnsweredWithSomethingOlder() {
        HttpResponse<String> reply = get("/booksCards/all", "catalog.books:0:999999999:999999999");

        assertThat(reply.statusCode()).isEqualTo(504);
        assertThat(reply.body()).contains("urn:annals:problem:view-behind");
    }

    @Test
    void whatIsNoPositionIsRefused() {
        for (String wrong :
                new String[] {"x", "catalog.books:0:1", "catalog.books:a:1:1", "catalog.books:-1:1:1", ""}) {
            HttpResponse<String> reply = get("/booksCards/all", wrong);

            assertThat(reply.statusCode()).as(wrong).isEqualTo(400);
            assertThat(reply.body()).contains("urn:annals:problem:invalid-position");
        }
    }

    @Test
    void positionsOfWhatAViewDoesNotReadAreNotWaitedFor() {
        assertThat(get("/booksCards/all", "bank.accounts:0:999999999:999999999").statusCode())
                .isEqualTo(200);
        assertThat(get("/authorBooks/all", "catalog.authors:0:999999999:999999999")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String position(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.headers().firstValue("Annals-Position").orElseThrow();
    }

    private static HttpResponse<String> post(String path, String command) {
        return service.http().post(path, command);
    }

    private static HttpResponse<String> get(String path, String position) {
        return service.http()
                .send(service.http()
                        .request(path)
                        .header("Annals-Min-Position", position)
                        .build());
    }
}
