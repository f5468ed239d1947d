package catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestInstances;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The read models of a catalogue on two instances, of which each holds some of their partitions. */
final class TwoInstancesTest {

    private static final int AUTHORS = 5;
    private static final int BOOKS = 60;
    private static final int STEPS = 600;
    private static final Random RANDOM = new Random(20261127);

    /** The author of each book, where it has one. */
    private final Map<UUID, Optional<String>> books = new TreeMap<>();

    /** The last name of each author that there is. */
    private final Map<String, String> authors = new TreeMap<>();

    @Test
    void cardsAreThoseOfAllBooksAndAuthorsWhicheverInstanceIsAsked() {
        try (TestInstances instances = TestInstances.of(CatalogService::new, Map.of("instances.wait.ms", "20000"))) {
            HttpTester first = instances.start();
            HttpTester second = instances.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> holdsCards(first) && holdsCards(second));

            for (int step = 0; step < STEPS; step++) {
                change(step % 2 == 0 ? first : second, step);
            }

            for (HttpTester asked : List.of(first, second)) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(cards(asked)).isEqualTo(expected()));
            }
            UUID one = expected().keySet().iterator().next();
            assertThat(first.get("/booksCards/one/" + one).body())
                    .isEqualTo(second.get("/booksCards/one/" + one).body())
                    .contains("\"lastName\":\"" + expected().get(one) + "\"");
            // What one of them held comes to the other.
            instances.stopFirst();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(cards(second)).isEqualTo(expected()));
        }
    }

    private static boolean holdsCards(HttpTester instance) {
        HttpResponse<String> page = instance.get("/booksCards/all?_local=true");
        HttpResponse<String> held = instance.get("/instances/booksCards");
        return page.statusCode() == 200 && held.body().split("\"host\"", -1).length == 3;
    }

    private void change(HttpTester http, int step) {
        String author = "author-" + RANDOM.nextInt(AUTHORS);
        UUID book = new UUID(1, RANDOM.nextInt(BOOKS));
        switch (RANDOM.nextInt(6)) {
            case 0 -> {
                if (authors.remove(author) != null) {
                    post(http, "/authors/commands", "{\"_type\":\"DeleteAuthor\",\"code\":\"%s\"}".formatted(author));
                }
            }
            case 1 -> {
                if (books.remove(book) != null) {
                    post(http, "/books/commands", "{\"_type\":\"RemoveBook\",\"id\":\"%s\"}".formatted(book));
                }
            }
            case 2, 3 -> {
                String type = authors.put(author, "name-" + step) == null ? "CreateAuthor" : "UpdateAuthor";
                post(
                        http,
                        "/authors/commands",
                        "{\"_type\":\"%s\",\"code\":\"%s\",\"firstName\":\"\",\"lastName\":\"name-%d\"}"
                                .formatted(type, author, step));
            }
            default -> {
                if (books.put(book, Optional.of(author)) == null) {
                    post(
                            http,
                            "/books/commands",
                            "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"T\"}".formatted(book));
                }
                post(
                        http,
                        "/books/commands",
                        "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"%s\"}".formatted(book, author));
            }
        }
    }

    private static void post(HttpTester http, String path, String command) {
        assertThat(http.post(path, command).statusCode()).isEqualTo(200);
    }

    /** The last name on each card. */
    private Map<UUID, String> expected() {
        Map<UUID, String> expected = new TreeMap<>();
        books.forEach((book, author) -> author.map(authors::get).ifPresent(name -> expected.put(book, name)));
        return expected;
    }

    private static Map<UUID, String> cards(HttpTester http) {
        Map<UUID, String> cards = new TreeMap<>();
        HttpResponse<String> page = http.get("/booksCards/all?limit=1000");
        assertThat(page.statusCode()).isEqualTo(200);
        for (String card : page.body().split("\\{\"_key\":\"", -1)) {
            if (card.length() > 36) {
                String name = card.substring(card.indexOf("\"lastName\":\"") + 12);
                cards.put(UUID.fromString(card.substring(0, 36)), name.substring(0, name.indexOf('"')));
            }
        }
        return cards;
    }
}
