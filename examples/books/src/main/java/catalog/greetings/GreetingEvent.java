package catalog.greetings;

import java.time.Instant;

/** What has been said. */
public sealed interface GreetingEvent {

    record ReadersGreeted(String text, Instant time) implements GreetingEvent {}
}
