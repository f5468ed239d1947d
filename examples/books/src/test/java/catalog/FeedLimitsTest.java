package catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.LiveFeed;
import dev.annals.testkit.TestService;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers that are silent, too many, or do not read. The limits of other requests are shorter than feeds live. */
@Timeout(120)
final class FeedLimitsTest {

    private static final int MOST = 3;

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(
                CatalogService::new,
                Map.of(
                        "http.max.feeds", Integer.toString(MOST),
                        "http.feed.heartbeat.ms", "300",
                        "http.feed.write.timeout.ms", "1500",
                        "http.idle.timeout.ms", "200"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void silentFeedsBeatAndStayOpen() {
        try (LiveFeed feed = service.http().feed("/authors/events")) {
            await().until(() -> feed.heartbeats() > 8);
            post(
                    "/authors/commands",
                    "CreateAuthor",
                    "\"code\":\"jane\",\"firstName\":\"Jane\",\"lastName\":\"Austen\"");

            assertThat(feed.next().type()).isEqualTo("AuthorCreated");
        }
    }

    @Test
    void thereAreOnlySoMany() {
        List<LiveFeed> feeds = new ArrayList<>();
        await().until(() -> open() == 0);
        for (int i = 0; i < MOST; i++) {
            feeds.add(service.http().feed("/authors/events"));
        }

        HttpResponse<String> refused = service.http().get("/authors/events");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:annals:problem:too-many-feeds\"", "at most 3");
        // Other requests are none of their business.
        assertThat(service.http().get("/books/all").statusCode()).isEqualTo(200);

        feeds.remove(0).close();
        await().until(() -> open() == MOST - 1);
        service.http().feed("/books/events").close();
        feeds.forEach(LiveFeed::close);
    }

    @Test
    void whoDoesNotReadIsCutOff() throws IOException {
        int books = 40;
        String title = "x".repeat(400_000);
        for (int i = 0; i < books; i++) {
            assertThat(post(
                            "/books/commands",
                            "CreateBook",
                            "\"id\":\"%s\",\"title\":\"%s\"".formatted(UUID.randomUUID(), title)))
                    .isEqualTo(200);
        }
        await().until(() -> open() == 0);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress(
                    service.http().base().getHost(), service.http().base().getPort()));
            socket.getOutputStream()
                    .write("GET /books/events?from=start HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(UTF_8));
            await().until(() -> open() == 1);
            // Another one reads all of it meanwhile.
            try (LiveFeed reader = service.http().feed("/books/events?from=start")) {
                assertThat(reader.next(books)).allMatch(event -> event.type().equals("BookCreated"));
                await().atMost(Duration.ofSeconds(20)).until(() -> open() == 1);
                assertThat(reader.heartbeats()).isPositive();
            }
            await().until(() -> open() == 0);
            assertThat(isWhole(socket)).isFalse();
        }
    }

    /** Whether all of the reply is to be had, now that there is nobody who writes it. */
    private static boolean isWhole(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8).endsWith("0\r\n\r\n");
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    private static int open() {
        return service.http()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("annals_feeds_open "))
                .map(line -> (int) Double.parseDouble(line.substring("annals_feeds_open ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static int post(String path, String type, String fields) {
        return service.http()
                .post(path, "{\"_type\":\"" + type + "\"," + fields + "}")
                .statusCode();
    }
}
