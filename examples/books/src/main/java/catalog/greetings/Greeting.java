package catalog.greetings;

import catalog.greetings.GreetingCommand.GreetReaders;
import catalog.greetings.GreetingEvent.ReadersGreeted;
import dev.annals.EventSourced;
import dev.annals.Scheduled;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The greetings in a language: how many there have been, and the last one. */
@EventSourced(service = "catalog", name = "greetings", commands = GreetingCommand.class, events = GreetingEvent.class)
public record Greeting(long count, String last) {

    private static final Map<String, String> WORDS = Map.of("de", "Guten Tag", "en", "Good day", "fr", "Bonjour");

    static Greeting initial() {
        return new Greeting(0, "");
    }

    /** Every hour, one command for each language. */
    @Scheduled(service = "catalog", name = "hourlyGreetings", every = "PT1H", to = Greeting.class)
    static List<GreetReaders> greetings(Instant time) {
        return WORDS.keySet().stream()
                .sorted()
                .map(language -> new GreetReaders(language, time))
                .toList();
    }

    ReadersGreeted decide(GreetReaders greet) {
        return new ReadersGreeted(WORDS.getOrDefault(greet.language(), "Hello"), greet.time());
    }

    Greeting evolve(ReadersGreeted greeted) {
        return new Greeting(count + 1, greeted.text());
    }
}
