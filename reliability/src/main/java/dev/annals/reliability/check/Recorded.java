package dev.annals.reliability.check;

import bank.Account;
import bank.Movement;
import java.util.List;
import java.util.Map;

/**
 * What the topics hold, and nothing that was not committed.
 *
 * @param events in the order of each partition
 * @param snapshots the last one of each account
 * @param deadLetters the message ids of all dead letters of accounts
 * @param deadLettersOfTransfers why steps of transfers, and what they lead to, are dead letters
 */
public record Recorded(
        List<Event> events,
        Map<String, Snapshot> snapshots,
        List<String> deadLetters,
        List<String> deadLettersOfTransfers) {

    /**
     * An event.
     *
     * @param sequence the account's version after it; 0 of a failure
     * @param cause the id of the command that led to it
     */
    public record Event(String account, long sequence, String cause, Movement movement) {}

    /** A snapshot. */
    public record Snapshot(long version, Account account) {}
}
