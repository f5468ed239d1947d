package tally;

import dev.annals.Failure;

/** What has happened to a counter. */
public sealed interface Happening {
    record AmountAdded(long amount) implements Happening {}

    @Failure
    record CounterRefused(String why) implements Happening {}

    record CounterDropped() implements Happening {}
}
