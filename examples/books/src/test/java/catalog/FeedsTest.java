package catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import catalog.books.BookEvent;
import catalog.books.BookEvent.BookRemoved;
import catalog.books.BooksAggregate;
import dev.annals.testkit.LiveFeed;
import dev.annals.testkit.LiveFeed.Event;
import dev.annals.testkit.TestService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events as they happen, over several partitions, and gone on with after each of them. */
@Timeout(120)
final class FeedsTest {

    private static final String TOPIC = "catalog.books.events";
    private static final Pattern OPEN = Pattern.compile("annals_feeds_open (\\d+)");
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

    @Test
    void aReaderThatIsCutOffAgainAndAgainMissesNothing() throws Exception {
        String first;
        try (LiveFeed feed = service.http().feed("/books/events")) {
            first = newBook("The first");
            ofKey(feed, first, 1);
            first = feed.lastId();
        }
        List<String> created = IntStream.range(0, 60)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        CompletableFuture<Void> commands = CompletableFuture.runAsync(() -> {
            for (String book : created) {
                command("CreateBook", book, ",\"title\":\"A book\"");
                command("SetBookAuthor", book, ",\"author\":\"jane\"");
            }
        });

        List<Event> all = new ArrayList<>();
        String last = first;
        while (all.size() < 2 * created.size()) {
            try (LiveFeed feed = service.http().feed("/books/events", last)) {
                all.addAll(feed.next(Math.min(3, 2 * created.size() - all.size())));
                last = all.get(all.size() - 1).id();
            }
        }
        commands.get();

        assertEachOnceAndInOrder(all, created, 2);
    }

    @Test
    void aReaderWithoutAnEventYetCanGoOnAsWell() {
        String id;
        try (LiveFeed feed = service.http().feed("/books/events")) {
            await().until(() -> !feed.lastId().isEmpty());
            id = feed.lastId();
        }
        String missed = newBook("Missed");
        try (LiveFeed feed = service.http().feed("/books/events", id)) {
            assertThat(ofKey(feed, missed, 1)).hasSize(1);
        }
    }

    @Test
    void aReaderThatLeavesGivesItsPlaceBackAtOnce() {
        LiveFeed feed = service.http().feed("/books/events");
        LiveFeed other = service.http().feed("/books/one/" + UUID.randomUUID() + "/events");
        await().until(() -> openFeeds() == 2);

        // Long before the next heartbeat.
        feed.close();
        other.close();

        await().until(() -> openFeeds() == 0);
    }

    @Test
    void onlyWhatIsCommittedIsShown() {
        String book = newBook("Committed");
        try (LiveFeed feed = service.http().feed("/books/one/" + book + "/events");
                Producer<byte[], byte[]> producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, event(book, new BookRemoved(Optional.of("aborted"))));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, event(book, new BookRemoved(Optional.of("not yet"))));
            producer.flush();
            assertThat(uncommittedEvents(book)).isEqualTo(3);
            assertThat(feed.waiting()).isEmpty();
            producer.commitTransaction();

            assertThat(feed.next().data()).contains("\"author\":\"not yet\"").doesNotContain("aborted");
        }
        try (LiveFeed again = service.http().feed("/books/one/" + book + "/events?from=start")) {
            assertThat(again.next(2)).extracting(Event::type).containsExactly("BookCreated", "BookRemoved");
        }
    }

    @Test
    void whatCannotBeReadIsSaidToBeThere() {
        String book = newBook("Unreadable");
        try (LiveFeed feed = service.http().feed("/books/one/" + book + "/events");
                Producer<byte[], byte[]> producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, record(book, "no Avro".getBytes(UTF_8)));
            send(producer, event(book, new BookRemoved(Optional.empty())));
            producer.commitTransaction();

            Event unreadable = feed.next();
            assertThat(unreadable.type()).isEqualTo("unreadable");
            assertThat(unreadable.data()).matches("\\{\"_partition\":\\d+,\"_offset\":\\d+,\"_reason\":\".+\"}");
            assertThat(feed.next().type()).isEqualTo("BookRemoved");
            try (LiveFeed after = service.http().feed("/books/one/" + book + "/events", unreadable.id())) {
                assertThat(after.next().type()).isEqualTo("BookRemoved");
            }
        }
    }

    @Test
    void feedsEndInOrderWhenTheServiceStopsAndGoOnWhenItIsBack() {
        LiveFeed feed = service.http().feed("/books/events");
        LiveFeed ofOne = service.http().feed("/books/one/" + UUID.randomUUID() + "/events");
        String before = newBook("Before");
        String id = ofKey(feed, before, 1).get(0).id();

        service.stop();

        assertThat(feed.awaitEnd()).isTrue();
        assertThat(ofOne.awaitEnd()).isTrue();
        service.restart();
        String after = newBook("After");
        try (LiveFeed resumed = service.http().feed("/books/events", id)) {
            assertThat(find(KEY, resumed.next())).isEqualTo(after);
        }
    }

    @Test
    void whatIsNoIdOfThisFeedIsRefused() {
        String book = newBook("Ids");
        String author;
        String whole;
        String ofOne;
        try (LiveFeed authors = service.http().feed("/authors/events");
                LiveFeed books = service.http().feed("/books/events");
                LiveFeed one = service.http().feed("/books/one/" + book + "/events")) {
            await().until(() -> !authors.lastId().isEmpty()
                    && !books.lastId().isEmpty()
                    && !one.lastId().isEmpty());
            author = authors.lastId();
            whole = books.lastId();
            ofOne = one.lastId();
        }
        byte[] beyond = Base64.getUrlDecoder().decode(ofOne);
        beyond = Arrays.copyOf(beyond, 8 + 5);
        Arrays.fill(beyond, 8, 12, (byte) 0xFF);
        beyond[12] = 1;
        String beyondTheEnd = Base64.getUrlEncoder().withoutPadding().encodeToString(beyond);

        for (String wrong :
                List.of("x", "!", whole.substring(1), whole.substring(0, 12), whole + "AA", author, ofOne)) {
            assertProblem(feed("/books/events", wrong), 400, "invalid-last-event-id", "from=start");
        }
        assertProblem(feed("/books/one/" + book + "/events", whole), 400, "invalid-last-event-id", "another feed");
        assertProblem(
                feed("/books/one/" + book + "/events", beyondTheEnd), 400, "invalid-last-event-id", "beyond the end");
    }

    @Test
    void whatCannotBeHadIsRefused() {
        assertProblem(service.http().get("/books/events?from=now"), 400, "invalid-parameter", "from");
        assertProblem(feed("/books/one/1-2/events", ""), 400, "invalid-key", "UUID");
        assertProblem(accepting("/books/events", "application/json"), 406, "not-acceptable", "text/event-stream");
        assertProblem(
                accepting("/books/events", "application/json, text/event-stream;q=0"),
                406,
                "not-acceptable",
                "text/event-stream");
        assertProblem(accepting("/authors/one/x/events", "*/*"), 406, "not-acceptable", "history = true");
        assertProblem(service.http().post("/books/events", "{}"), 405, "method-not-allowed", "GET");
        HttpResponse<String> head = service.http()
                .send(service.http()
                        .request("/books/events")
                        .method("HEAD", BodyPublishers.noBody())
                        .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }

    private static HttpResponse<String> feed(String path, String lastId) {
        HttpRequest.Builder request = service.http().request(path).header("Accept", "text/event-stream");
        return service.http().send((lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId)).build());
    }

    private static HttpResponse<String> accepting(String path, String types) {
        return service.http()
                .send(service.http().request(path).header("Accept", types).build());
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String type, String detail) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("urn:annals:problem:" + type + "\"").contains(detail);
    }

    private static int openFeeds() {
        Matcher open = OPEN.matcher(service.http().get("/metrics").body());
        assertThat(open.find()).isTrue();
        return Integer.parseInt(open.group(1));
    }

    private static Producer<byte[], byte[]> transactionalProducer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        service.bootstrapServers(),
                        "transactional.id",
                        UUID.randomUUID().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        // Told of by the commit.
        Future<?> unused = producer.send(record);
    }

    private static ProducerRecord<byte[], byte[]> event(String book, BookEvent event) {
        return record(
                book, service.topics(new BooksAggregate()).serdes().events().write(event));
    }

    private static ProducerRecord<byte[], byte[]> record(String book, byte[] value) {
        return new ProducerRecord<>(TOPIC, book.getBytes(UTF_8), value);
    }

    /** All that is in the topic of a book, committed or not. */
    private static long uncommittedEvents(String book) {
        long found = 0;
        try (Consumer<byte[], byte[]> consumer = service.uncommittedConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    found += Arrays.equals(record.key(), book.getBytes(UTF_8)) ? 1 : 0;
                }
            }
        }
        return found;
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

    /** So many that fetches end in the middle of them. */
    @Test
    void commandsOfManyEventsAreNotTornApart() throws Exception {
        int chapters = 120;
        List<String> books = IntStream.range(0, 12)
                .mapToObj(i -> newBook("Book with many chapters " + i))
                .toList();
        for (int i = 0; i < chapters; i++) {
            String chapter = ",\"title\":\"" + i + "\",\"content\":\"\"";
            all(books.stream().map(book -> commandAsync("AddChapter", book, chapter)));
        }
        all(books.stream().map(book -> commandAsync("RemoveBook", book, "")));

        try (LiveFeed feed = service.http().feed("/books/events?from=start")) {
            List<Event> events = ofKeys(feed, books, books.size() * (1 + chapters + chapters + 1));

            assertEachOnceAndInOrder(events, books, 2 * chapters + 2);
            assertCommandsAreAdjacent(events);
        }
    }

    private static void all(Stream<CompletableFuture<HttpResponse<String>>> replies) throws Exception {
        CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).get();
    }

    private static List<Event> ofKey(LiveFeed feed, String key, int count) {
        return ofKeys(feed, List.of(key), count);
    }

    /** Other tests' events may be among those that come. */
    private static List<Event> ofKeys(LiveFeed feed, List<String> keys, int count) {
        List<Event> found = new ArrayList<>();
        while (found.size() < count) {
            Event event = feed.next();
            if (!event.type().equals("unreadable") && keys.contains(find(KEY, event))) {
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
