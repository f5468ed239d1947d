package dev.annals.transaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers, for each stream thread, what waits for the commit of its open transaction.
 *
 * <p>Kafka Streams runs a thread's processors and commits its transaction on that same thread: so what a processor adds
 * here is run by the {@link CommitNotifyingProducer} when {@code commitTransaction()} has returned, and forgotten when the
 * transaction is aborted. Safe for use by several threads, each of which sees its own transaction only.
 */
public final class OpenTransactions {

    private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);

    /** Runs this on the calling thread after its transaction has committed, in the order of the calls. Must not throw. */
    public void afterCommit(Runnable action) {
        afterCommit.get().add(action);
    }

    void committed() {
        List<Runnable> actions = afterCommit.get();
        actions.forEach(Runnable::run);
        actions.clear();
    }

    void aborted() {
        afterCommit.get().clear();
    }
}
