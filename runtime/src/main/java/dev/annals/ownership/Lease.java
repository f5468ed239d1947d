package dev.annals.ownership;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when a stream thread's partitions are sure to be nobody else's, for readers of its state.
 *
 * <p>The group coordinator gives the partitions of a member to others when it has had no heartbeat of it for the session
 * timeout: because the process was frozen, or cut off. Such a process does not know that at once, and must not answer from
 * what it holds. So what counts is when the coordinator is sure to have had a heartbeat, by this process's clock.
 *
 * <p>A consumer sends a heartbeat at each interval (Kafka's {@code AbstractCoordinator}; {@code heartbeat-total} counts the
 * answers, which come in order). Where a heartbeat is answered before the next one is due, request n+1 was sent after answer n
 * came, when answer n+1 is seen after a poll, and that was after the last poll that had not seen answer n. That is the time from
 * which the lease runs. (A coordinator that takes heartbeats at once and answers them later than an interval makes the lease
 * longer, by the time above the interval; what the coordinator itself takes late makes it no longer.) It counts from the poll after that, since an answer may also say that the member is no longer one; the poll that
 * follows takes its partitions away then. A join of the group starts it anew, at the beginning of the poll that completes it.
 *
 * <p>Renewed by the stream thread, read by any.
 */
public final class Lease {

    /** That of a thread whose partitions nobody takes, as in tests. */
    public static final Lease FOR_EVER = new Lease(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

    private final long length;
    private final LongSupplier nanoTime;
    private volatile long since;

    private double answers = -1;
    private int generation = -1;
    private long beforeLastAnswer;
    private long lastPoll;
    private long next;

    public Lease(Duration length, LongSupplier nanoTime) {
        this.length = length.toNanos();
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong() - this.length - 1;
        this.next = since;
        this.lastPoll = since;
        this.beforeLastAnswer = since;
    }

    /** Whether the thread's partitions are still its own. */
    public boolean isValid() {
        return nanoTime.getAsLong() - since <= length;
    }

    /**
     * To be called by the stream thread after each poll.
     *
     * @param started when the poll began
     * @param seenAnswers how many heartbeats have been answered so far
     * @param seenGeneration the group's generation that the member is of
     */
    void polled(long started, double seenAnswers, int seenGeneration) {
        if (next - since > 0) {
            since = next;
        }
        if (seenGeneration != generation) {
            generation = seenGeneration;
            // A member that was told to leave has none.
            since = seenGeneration < 0 ? started - length - 1 : started;
            next = since;
        }
        if (seenAnswers != answers) {
            // Of several answers since the last poll, all but the first one's requests were sent after that.
            next = seenAnswers - answers > 1 && answers >= 0 ? lastPoll : beforeLastAnswer;
            beforeLastAnswer = lastPoll;
            answers = seenAnswers;
        }
        // The answers were counted after it began.
        lastPoll = started;
    }
}
