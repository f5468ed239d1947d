package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import catalog.greetings.Greeting;
import catalog.greetings.GreetingEvent.ReadersGreeted;
import catalog.greetings.GreetingsAggregate;
import dev.annals.testkit.Message;
import dev.annals.testkit.ServiceTopology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every hour, one tick leads to a greeting in each language. */
final class GreetingTest {

    @Test
    void readersAreGreetedInEachLanguage() {
        try (ServiceTopology service = ServiceTopology.of(CatalogService::new)) {
            var greetings = service.topics(new GreetingsAggregate());
            service.advance(Duration.ofMillis(100));
            assertThat(greetings.events()).isEmpty();

            service.advance(Duration.ofHours(1));
            service.advance(Duration.ofHours(1));

            assertThat(greetings.events().stream()
                            .collect(Collectors.groupingBy(
                                    Message::key,
                                    Collectors.mapping(
                                            event -> ((ReadersGreeted) event.value()).text(), Collectors.toList()))))
                    .isEqualTo(Map.of(
                            "de", List.of("Guten Tag", "Guten Tag"),
                            "en", List.of("Good day", "Good day"),
                            "fr", List.of("Bonjour", "Bonjour")));
            assertThat(greetings.snapshots())
                    .filteredOn(snapshot -> snapshot.key().equals("fr"))
                    .extracting(Message::value)
                    .last()
                    .isEqualTo(Optional.of(new Greeting(2, "Bonjour")));
        }
    }
}
