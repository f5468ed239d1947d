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

    private final ThreadLocal<Waiting> waiting = ThreadLocal.withInitial(Waiting::new);

    /** What waits for the commit of one thread's transaction. */
    private static final class Waiting {

        private final List<Runnable> actions = new ArrayList<>();
        private int replies;

        void clear() {
            actions.clear();
            replies = 0;
        }
    }

    /** Runs this on the calling thread after its transaction has committed, in the order of the calls. Must not throw. */
    public void afterCommit(Runnable action) {
        waiting.get().actions.add(action);
    }

    /**
     * The same, for an action that replies to a caller.
     *
     * @return how many replies wait for this transaction's commit, this one among them
     */
    public int afterCommitReply(Runnable action) {
        Waiting transaction = waiting.get();
        transaction.actions.add(action);
        return ++transaction.replies;
    }

    void committed() {
        Waiting transaction = waiting.get();
        transaction.actions.forEach(Runnable::run);
        transaction.clear();
    }

    void aborted() {
        waiting.get().clear();
    }
}
