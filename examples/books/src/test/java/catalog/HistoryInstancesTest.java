package catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.HttpTester;
import dev.annals.testkit.LiveFeed;
import dev.annals.testkit.TestInstances;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two instances, each with some of the partitions: both show the history of any book, and feed what happens to any of them. */
final class HistoryInstancesTest {

    @Test
    void anyInstanceShowsHistoryAndFeedsEvents() {
        try (TestInstances instances = TestInstances.of(
                CatalogService::new, Map.of("instances.wait.ms", "20000", "kafka.num.standby.replicas", "1"))) {
            HttpTester first = instances.start();
            HttpTester second = instances.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> owns(first) && owns(second));
            List<String> books = new ArrayList<>();
            try (LiveFeed ofFirst = first.feed("/books/events");
                    LiveFeed ofSecond = second.feed("/books/events")) {
                for (int i = 0; i < 12; i++) {
                    String book = UUID.randomUUID().toString();
                    books.add(book);
                    String create = "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"Emma\"}".formatted(book);
                    assertThat(first.post("/books/commands", create).statusCode())
                            .isEqualTo(200);
                }
                List<LiveFeed.Event> found = ofFirst.next(12);
                assertThat(data(ofSecond.next(12))).containsExactlyInAnyOrderElementsOf(data(found));
                // Where one instance has left off, the other one goes on.
                try (LiveFeed resumed =
                        second.feed("/books/events", found.get(6).id())) {
                    assertThat(data(resumed.next(5))).containsExactlyInAnyOrderElementsOf(data(found.subList(7, 12)));
                }
            }

            for (String book : books) {
                HttpResponse<String> events = first.get("/books/one/" + book + "/events");
                assertThat(events.body()).contains("\"title\":\"Emma\",\"_version\":1,");
                assertThat(second.get("/books/one/" + book + "/events").body()).isEqualTo(events.body());
                HttpResponse<String> version = first.get("/books/one/" + book + "?version=1");
                assertThat(version.body()).contains("\"_version\":1,");
                assertThat(second.get("/books/one/" + book + "?version=1").body())
                        .isEqualTo(version.body());
                assertThat(second.get("/books/one/" + book + "?version=2").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private static List<String> data(List<LiveFeed.Event> events) {
        return events.stream().map(LiveFeed.Event::data).toList();
    }

    private static boolean owns(HttpTester instance) {
        return instance.get("/health/ready").statusCode() == 200
                && instance.get("/instances/books").body().contains("\"local\":false")
                && instance.get("/instances/books").body().contains("\"local\":true");
    }
}
