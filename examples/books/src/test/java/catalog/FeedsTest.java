package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.LiveFeed;
import dev.annals.testkit.LiveFeed.Event;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events as they happen, over several partitions, and gone on with after each of them. */
final class FeedsTest {

    private static final Pattern KEY = Pattern.compile("\"_key\":\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"_version\":(\\d+)");
    private static final Pattern COMMAND = Pattern.compile("\"_id\":\"(.+)-\\d+\"");

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
    void eventsComeAsTheyHappenAndSayWhoseTheyAre() {
        try (LiveFeed feed = service.http().feed("/books/events")) {
            String book = newBook("Emma");

            assertThat(feed.reply().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(feed.reply().headers().firstValue("Cache-Control")).hasValue("no-store");
            Event created = ofKey(feed, book, 1).get(0);
            assertThat(created.type()).isEqualTo("BookCreated");
            assertThat(created.data())
                    .startsWith("{\"_type\":\"BookCreated\",\"id\":\"" + book + "\",\"title\":\"Emma\",\"_key\":\""
                            + book + "\",\"_version\":1,\"_id\":\"")
                    .matches(".*\"_id\":\"[0-9a-f-]{36}-1\",\"_time\":\"[-0-9T:.]+Z\"}");
            assertThat(created.id()).matches("[-_A-Za-z0-9]+");
        }
    }

    @Test
    void feedsOfOneKeyHoldItsEventsAlone() {
        String first = newBook("Sanditon");
        String second = newBook("The Watsons");
        try (LiveFeed live = service.http().feed("/books/one/" + first + "/events");
                LiveFeed all = service.http().feed("/books/one/" + first + "/events?from=start")) {
            command("SetBookAuthor", second, ",\"author\":\"jane\"");
            command("SetBookAuthor", first, ",\"author\":\"jane\"");
            command("RemoveBook", first, "");

            assertThat(live.next(2)).extracting(Event::type).containsExactly("BookAuthorSet", "BookRemoved");
            assertThat(all.next(3))
                    .extracting(Event::type)
                    .containsExactly("BookCreated", "BookAuthorSet", "BookRemoved");
        }
    }

    @Test
    void aFeedGoesOnAfterEachEventWithoutGapOrRepeatWhileCommandsAreCarriedOut() throws Exception {
        int books = 12;
        int changes = 10;
        try (LiveFeed feed = service.http().feed("/books/events")) {
            List<String> created = new ArrayList<>();
            List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
            for (int i = 0; i < books; i++) {
                String book = UUID.randomUUID().toString();
                created.add(book);
                replies.add(commandAsync("CreateBook", book, ",\"title\":\"Book " + i + "\""));
            }
            CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).get();
            for (int i = 0; i < changes; i++) {
                for (String book : created) {
                    replies.add(commandAsync("AddChapter", book, ",\"title\":\"" + i + "\",\"content\":\"\""));
                }
            }
            // Each of them a command of many events.
            CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).get();
            created.forEach(book -> replies.add(commandAsync("RemoveBook", book, "")));

            int count = books * (1 + changes + changes + 1);
            List<Event> whole = ofKeys(feed, created, count);
            CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).get();

            assertEachOnceAndInOrder(whole, created, 2 * changes + 2);
            assertCommandsAreAdjacent(whole);
            for (int i : IntStream.range(0, count)
                    .filter(each -> each % 7 == 0 || each > count - 25)
                    .toArray()) {
                try (LiveFeed resumed =
                        service.http().feed("/books/events", whole.get(i).id())) {
                    List<String> before =
                            whole.subList(0, i + 1).stream().map(Event::data).toList();
                    List<String> after = resumed.next(count - i - 1).stream()
                            .map(Event::data)
                            .toList();
                    assertThat(after).doesNotContainAnyElementsOf(before).doesNotHaveDuplicates();
                    assertThat(after)
                            .containsExactlyInAnyOrderElementsOf(whole.subList(i + 1, count).stream()
                                    .map(Event::data)
                                    .toList());
                }
            }
        }
    }

    private static void assertEachOnceAndInOrder(List<Event> events, List<String> keys, int versions) {
        for (String key : keys) {
            assertThat(events.stream()
                            .filter(event -> find(KEY, event).equals(key))
                            .map(event -> Integer.valueOf(find(VERSION, event))))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, versions).boxed().toList());
        }
    }

    private static void assertCommandsAreAdjacent(List<Event> events) {
        List<String> commands = new ArrayList<>();
        for (Event event : events) {
            String command = find(COMMAND, event);
            if (commands.isEmpty() || !commands.get(commands.size() - 1).equals(command)) {
                commands.add(command);
            }
        }
        assertThat(commands).doesNotHaveDuplicates();
    }

    private static List<Event> ofKey(LiveFeed feed, String key, int count) {
        return ofKeys(feed, List.of(key), count);
    }

    /** Other tests' events may be among those that come. */
    private static List<Event> ofKeys(LiveFeed feed, List<String> keys, int count) {
        List<Event> found = new ArrayList<>();
        while (found.size() < count) {
            Event event = feed.next();
            if (keys.contains(find(KEY, event))) {
                found.add(event);
            }
        }
        return found;
    }

    private static String find(Pattern pattern, Event event) {
        Matcher matcher = pattern.matcher(event.data());
        assertThat(matcher.find()).as(event.data()).isTrue();
        return matcher.group(1);
    }

    private static String newBook(String title) {
        String book = UUID.randomUUID().toString();
        assertThat(command("CreateBook", book, ",\"title\":\"" + title + "\"").statusCode())
                .isEqualTo(200);
        return book;
    }

    private static HttpResponse<String> command(String type, String book, String more) {
        return service.http().post("/books/commands", json(type, book, more));
    }

    private static CompletableFuture<HttpResponse<String>> commandAsync(String type, String book, String more) {
        return service.http().postAsync("/books/commands", json(type, book, more));
    }

    private static String json(String type, String book, String more) {
        return "{\"_type\":\"" + type + "\",\"id\":\"" + book + "\"" + more + "}";
    }
}
