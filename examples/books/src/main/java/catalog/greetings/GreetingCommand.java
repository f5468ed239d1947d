package catalog.greetings;

import dev.annals.Internal;
import dev.annals.Key;
import java.time.Instant;

/** What the clock asks for, and nobody else. */
@Internal
public sealed interface GreetingCommand {

    @Key
    String language();

    record GreetReaders(String language, Instant time) implements GreetingCommand {}
}
