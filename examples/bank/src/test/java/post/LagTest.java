package post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.TestService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far a subscription is behind that has stopped taking events, because what it has is not handled. */
final class LagTest {

    private static final Pattern LAG = Pattern.compile("\"name\":\"postman\"[^}]*\"lag\":(\\d+),\"inFlight\":(\\d+)");

    private final Mailbox mailbox = new Mailbox();

    @Test
    void growsWhileNothingIsHandled() {
        try (TestService service = TestService.start(
                PostService.builder().mailbox(mailbox).observed(new CopyOnWriteArrayList<>()),
                Map.of("subscriptions.max.in.flight", "60", "subscriptions.drain.ms", "0"))) {
            write(service, List.of(Mailbox.BLOCKED));
            write(service, texts(50));
            // The share of one of six partitions.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(number(service, 2)).isEqualTo(10));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(number(service, 1)).isGreaterThanOrEqualTo(51));
            write(service, texts(50));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(number(service, 1)).isGreaterThanOrEqualTo(101));
            assertThat(number(service, 2)).isEqualTo(10);

            mailbox.opened.countDown();

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(number(service, 1)).isZero());
            assertThat(mailbox.of("slow")).hasSize(101);
        }
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toList();
    }

    private static void write(TestService service, List<String> texts) {
        texts.forEach(text -> assertThat(service.http()
                        .post(
                                "/letters/commands",
                                "{\"_type\":\"WriteLetter\",\"to\":\"slow\",\"text\":\"%s\"}".formatted(text))
                        .statusCode())
                .isEqualTo(200));
    }

    private static long number(TestService service, int group) {
        Matcher found = LAG.matcher(service.http().get("/subscriptions").body());
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(group));
    }
}
