package post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.app.Service;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions of a service that runs. */
final class SubscriptionsTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "subscriptions.attempts", "3",
            "subscriptions.backoff.ms", "20",
            "subscriptions.max.in.flight", "100",
            "subscriptions.drain.ms", "500");

    private final Mailbox mailbox = new Mailbox();
    private final List<String> observed = new CopyOnWriteArrayList<>();
    private final Service.Factory factory =
            PostService.builder().mailbox(mailbox).observed(observed);
    private final TestService service = TestService.start(factory, SETTINGS);

    @AfterEach
    void close() {
        mailbox.opened.countDown();
        service.close();
    }

    @Test
    void eventsOfOneEntityComeInOrderAndThoseOfOthersBeside() {
        write("slow", Mailbox.BLOCKED);
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> "text " + i).toList();
        texts.forEach(text -> {
            write("slow", text);
            write("fast", text);
        });

        // More than what may be in memory waits behind the slow one, which is in the way of its own partition alone.
        assertThat(partition("fast")).isNotEqualTo(partition("slow"));
        eventually(() -> assertThat(mailbox.of("fast")).isEqualTo(texts));
        assertThat(mailbox.of("slow")).isEmpty();
        mailbox.opened.countDown();
        eventually(() -> assertThat(mailbox.of("slow")).hasSize(301));
        assertThat(mailbox.of("slow").subList(1, 301)).isEqualTo(texts);
    }

    @Test
    void whatFailsIsTriedAgain() {
        write("a", Mailbox.REFUSED);
        write("a", "next");

        eventually(() -> assertThat(mailbox.of("a")).containsExactly(Mailbox.REFUSED, "next"));
        assertThat(mailbox.attempts).hasValue(4);
        assertThat(metrics())
                .contains("annals_subscription_events_total{result=\"failed\",subscription=\"post.postman\"} 2.0");
    }

    @Test
    void whatFailsForEverIsADeadLetterAndTheNextOneComes() {
        // The first one waits until the others are behind it.
        for (String text :
                List.of(Mailbox.BLOCKED, Mailbox.POISON + 1, Mailbox.POISON + 2, "good", Mailbox.POISON + 3)) {
            write("a", text);
        }
        service.write("post.letters.events", "b".getBytes(UTF_8), new byte[] {1, 2, 3});
        write("c", "other");
        mailbox.opened.countDown();

        eventually(() -> assertThat(letters()).hasSize(4));
        eventually(() -> assertThat(mailbox.of("c")).containsExactly("other"));
        assertThat(mailbox.of("a")).containsExactly(Mailbox.BLOCKED, "good");
        // Three, then one each until one succeeds, then three again; and two that went well.
        assertThat(mailbox.attempts).hasValue(3 + 1 + 1 + 3 + 2);
        assertThat(letters())
                .filteredOn(letter -> "a".equals(new String(letter.key(), UTF_8)))
                .allSatisfy(letter -> assertThat(letter.headers())
                        .containsEntry("__streams.errors.message", "Not in this house")
                        .containsEntry("__streams.errors.topic", "post.letters.events")
                        .containsEntry("annals.stage", "handle")
                        .containsEntry("ce_type", "post.Letters.LetterWritten"));
        assertThat(letters())
                .filteredOn(letter -> "b".equals(new String(letter.key(), UTF_8)))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers()).containsEntry("annals.stage", "read"));
        assertThat(service.http().get("/postman/dead-letters").body()).contains("Not in this house");

        String id = letterOf("a");
        HttpResponse<String> still = resend(id);
        assertThat(still.statusCode()).isEqualTo(500);
        assertThat(still.body()).contains("urn:annals:problem:event-failed");
        mailbox.slot = (to, text) -> {};
        HttpResponse<String> mended = resend(id);
        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
        assertThat(mailbox.of("a")).hasSize(3).element(2).asString().startsWith(Mailbox.POISON);
        assertThat(letters()).hasSize(4);
    }

    private String letterOf(String key) {
        Matcher letter = Pattern.compile("\"id\":\"(\\d+-\\d+)\"[^}]*\"key\":\"" + key + "\"")
                .matcher(service.http().get("/postman/dead-letters").body());
        assertThat(letter.find()).isTrue();
        return letter.group(1);
    }

    private HttpResponse<String> resend(String id) {
        return service.http()
                .send(service.http()
                        .request("/postman/dead-letters/" + id + "/resend")
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    @Test
    void goesOnWhereItStopped() {
        write("a", "one");
        eventually(() -> assertThat(mailbox.of("a")).containsExactly("one"));
        eventually(() -> assertThat(observed).containsExactly("one"));
        assertThat(mailbox.caughtUp).hasValue(1);
        service.restart();
        assertThat(mailbox.closed).hasValue(1);

        write("a", "two");

        eventually(() -> assertThat(mailbox.of("a")).containsExactly("one", "two"));
        eventually(() -> assertThat(observed).containsExactly("one", "two"));
        eventually(() -> assertThat(mailbox.caughtUp).hasValue(2));
    }

    @Test
    void whatIsBeingHandledWhenItStopsComesAgain() {
        write("a", Mailbox.BLOCKED);
        write("b", "beside");
        eventually(() -> assertThat(mailbox.of("b")).containsExactly("beside"));
        service.stop();
        mailbox.opened.countDown();
        service.restart();

        eventually(() -> assertThat(mailbox.of("a")).contains(Mailbox.BLOCKED));
        assertThat(mailbox.of("b")).containsExactly("beside");
    }

    @Test
    void isPausedAndResumed() {
        post("/subscriptions/postman/pause");
        // What was fetched before is handled.
        eventually(() -> assertThat(subscriptions()).contains("\"name\":\"postman\",\"paused\":true"));
        IntStream.range(0, 50).forEach(i -> write("a", "text " + i));
        eventually(() -> assertThat(observed).hasSize(50));
        eventually(() -> assertThat(metrics())
                .containsPattern("annals_subscription_lag\\{subscription=\"post.postman\"\\} [1-9]")
                .contains("annals_subscription_paused{subscription=\"post.postman\"} 1.0"));
        assertThat(mailbox.of("a")).hasSizeLessThan(50);

        post("/subscriptions/postman/resume");

        eventually(() -> assertThat(mailbox.of("a")).hasSize(50));
        eventually(() -> assertThat(metrics()).contains("annals_subscription_lag{subscription=\"post.postman\"} 0.0"));
    }

    @Test
    void itsMetricsAreDocumented() throws Exception {
        assertThat(names("# TYPE (annals_subscription\\w+) ", metrics()))
                .isEqualTo(names(
                        "(?m)^\\| `(annals_subscription\\w+)` \\|",
                        Files.readString(Path.of("..", "..", "docs", "reference", "metrics.md"))))
                .isNotEmpty();
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 6);
    }

    private List<RawMessage> letters() {
        return service.read("post.postman.dead-letters");
    }

    private String metrics() {
        return service.http().get("/metrics").body();
    }

    private String subscriptions() {
        return service.http().get("/subscriptions").body();
    }

    private void post(String path) {
        assertThat(service.http().post(path, "").statusCode()).isEqualTo(200);
    }

    private void write(String to, String text) {
        new LettersHttp(service.http()).write(to, text);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
