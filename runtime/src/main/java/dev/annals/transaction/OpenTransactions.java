package dev.annals.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers, for each stream thread, what waits for the commit of its open transaction.
 *
 * <p>Kafka Streams runs a thread's processors and commits its transaction on that same thread: so what a processor adds
 * here is run by the {@link CommitNotifyingProducer} when {@code commitTransaction()} has returned, and forgotten when the
 * transaction is aborted. Safe for use by several threads, each of which sees its own transaction only.
 */
public final class OpenTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

    private final AtomicInteger callers = new AtomicInteger();
    private final ThreadLocal<Waiting> waiting = ThreadLocal.withInitial(Waiting::new);
    private final Set<String> tracked = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<SentOffsets> sent = ThreadLocal.withInitial(SentOffsets::new);

    /** What waits for the commit of one thread's transaction. */
    private static final class Waiting {

        private final List<Runnable> actions = new ArrayList<>();
        private int replies;

        void clear() {
            actions.clear();
            replies = 0;
        }
    }

    /** Runs this on the calling thread after its transaction has committed, in the order of the calls. */
    public void afterCommit(Runnable action) {
        waiting.get().actions.add(action);
    }

    /**
     * The same, for an action that replies to a caller.
     *
     * @return whether the replies of all callers in this process now wait for this transaction's commit, so that nothing
     *     is won by waiting for company
     */
    public boolean afterCommitReply(Runnable action) {
        Waiting transaction = waiting.get();
        transaction.actions.add(action);
        return ++transaction.replies >= callers.get();
    }

    /** Takes note from now on of where the last records of these topics lie, while callers wait. */
    public void track(Collection<String> topics) {
        tracked.addAll(topics);
    }

    /** Where the last record lies that the calling thread has sent to a partition of a tracked topic, if that is known. */
    public OptionalLong lastSent(String topic, int partition) {
        return sent.get().last(topic, partition);
    }

    /** The callback of a record that the calling thread sends to a topic. */
    Callback tracking(String topic, Callback callback) {
        return callers.get() > 0 && tracked.contains(topic) ? sent.get().noting(callback) : callback;
    }

    /** A caller begins to wait for a reply. */
    public void callerWaits() {
        callers.incrementAndGet();
    }

    /** A caller no longer waits, because it has its reply or for another reason. */
    public void callerLeaves() {
        callers.decrementAndGet();
    }

    /** How many callers wait. */
    public int callers() {
        return callers.get();
    }

    void committed() {
        Waiting transaction = waiting.get();
        List<Runnable> actions = List.copyOf(transaction.actions);
        transaction.clear();
        actions.forEach(OpenTransactions::run);
    }

    /** One action that fails must not keep the others from running, nor look like a failed commit. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to be done after a commit failed", e);
        }
    }

    void aborted() {
        waiting.get().clear();
    }
}
