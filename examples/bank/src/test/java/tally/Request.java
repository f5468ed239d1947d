package tally;

import dev.annals.Key;

/** What can be asked of a counter. */
public sealed interface Request {
    @Key
    String counter();

    /** So many times, in one command. */
    record AddAmount(String counter, long amount, int times) implements Request {}

    record RefuseCounter(String counter) implements Request {}

    record DropCounter(String counter) implements Request {}
}
