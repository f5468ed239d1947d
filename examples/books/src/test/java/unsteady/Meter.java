package unsteady;

import dev.annals.EventSourced;
import dev.annals.Key;

/** What was read last of a meter. */
@EventSourced(service = "unsteady", name = "meters", commands = Meter.Command.class, events = Meter.Event.class)
public record Meter(int value) {

    /** What can be asked of a meter. */
    public sealed interface Command {
        @Key
        String meter();
    }

    public record ReadMeter(String meter, int value) implements Command {}

    /** What has happened to a meter. */
    public sealed interface Event {}

    public record MeterRead(int value) implements Event {}

    static Meter initial() {
        return new Meter(0);
    }

    Event decide(ReadMeter read) {
        return new MeterRead(read.value());
    }

    Meter evolve(MeterRead read) {
        return new Meter(read.value());
    }
}
