package shop.tills;

import dev.annals.EventSourced;
import dev.annals.Key;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A till, whose key is a constant, and whose state says nothing; with names that Java keeps for itself. */
@NullMarked
@EventSourced(service = "shop", name = "open-tills", commands = Till.Command.class, events = Till.Event.class)
public record Till() {

    static List<Event> decide(Command.Switch command) {
        return List.of(new Event.Packaged(), new Event.Defaulted(command.number()));
    }

    static Till evolve(Event.Packaged event) {
        return new Till();
    }

    Till evolve(Event.Defaulted event) {
        return this;
    }

    /** The tills that there are. */
    public enum Number {
        FIRST,
        SECOND
    }

    /** What can be asked. */
    public sealed interface Command {
        /** Switches a till on. */
        record Switch(@Key Number number) implements Command {}
    }

    /** What has happened. */
    public sealed interface Event {
        /** It is there. */
        record Packaged() implements Event {}

        /** It is on. */
        record Defaulted(Number number) implements Event {}
    }
}
