package post;

import dev.annals.EventSourced;
import dev.annals.Key;

/** The letters to somebody: how many there were. */
@EventSourced(service = "post", name = "letters", commands = Letters.Command.class, events = Letters.Event.class)
record Letters(int count) {

    /** What can be asked. */
    sealed interface Command {}

    record WriteLetter(@Key String to, String text) implements Command {}

    /** What has happened. */
    sealed interface Event {}

    record LetterWritten(String text) implements Event {}

    static Letters initial() {
        return new Letters(0);
    }

    LetterWritten decide(WriteLetter write) {
        return new LetterWritten(write.text());
    }

    Letters evolve(LetterWritten written) {
        return new Letters(count + 1);
    }
}
