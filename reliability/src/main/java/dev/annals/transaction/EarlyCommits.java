package dev.annals.transaction;

/** Does what waits for a commit before there is one: a promise broken on purpose. */
public final class EarlyCommits {

    private EarlyCommits() {}

    /** To be called by a stream thread. */
    public static void pretend(OpenTransactions transactions) {
        transactions.committed();
    }
}
