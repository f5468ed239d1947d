package dev.annals.transaction;

/** Ends transactions as the producer of a stream thread does; for tests in other packages. */
public final class Commits {

    private Commits() {}

    public static void commit(OpenTransactions transactions) {
        transactions.committed();
    }

    public static void abort(OpenTransactions transactions) {
        transactions.aborted();
    }
}
