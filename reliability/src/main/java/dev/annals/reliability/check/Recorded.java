package dev.annals.reliability.check;

import bank.Account;
import bank.Movement;
import bank.transfers.Transfer;
import bank.transfers.TransferEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the topics hold, and nothing that was not committed.
 *
 * @param events in the order of each partition
 * @param snapshots the last one of each account
 * @param deadLetters the message ids of all dead letters of accounts
 * @param transfers the events of each transfer, and its last snapshot
 * @param deadLettersOfTransfers why steps of transfers, and what they lead to, are dead letters
 */
public record Recorded(
        List<Event> events,
        Map<String, Snapshot> snapshots,
        List<String> deadLetters,
        Map<UUID, Course> transfers,
        List<String> deadLettersOfTransfers) {

    /**
     * The course of a transfer.
     *
     * @param version of the snapshot
     */
    public record Course(List<TransferEvent> events, long version, Transfer snapshot) {}

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
