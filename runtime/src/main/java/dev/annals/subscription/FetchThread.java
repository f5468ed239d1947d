package dev.annals.subscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that alone uses a consumer: it begins, goes round after round until it is told to stop, and ends. Safe for use by several
 * threads.
 */
public final class FetchThread {

    private static final Logger LOG = LoggerFactory.getLogger(FetchThread.class);

    private static final Duration PAUSING = Duration.ofSeconds(1);
    private static final CloseOptions CLOSING = CloseOptions.timeout(Duration.ofSeconds(5));

    private final Consumer<byte[], byte[]> consumer;
    private final Work work;
    private final CompletableFuture<Void> failure;
    private final Thread thread;
    private long rounds;
    private volatile boolean started;
    private volatile boolean paused;
    private volatile boolean stopping;

    /** What the thread does. All of it may poll the consumer, which is woken up when the thread is told to stop. */
    public interface Work {

        /** Joins the group. */
        void begin();

        /** Fetches and handles. */
        void round();

        /** Leaves what is assigned; the consumer is closed after it, and may yet be woken up, where no round was. */
        default void end() {}
    }

    /**
     * A thread that does not run yet.
     *
     * @param consumer is closed with this
     * @param failure completed exceptionally when the work throws
     */
    public FetchThread(String name, Consumer<byte[], byte[]> consumer, Work work, CompletableFuture<Void> failure) {
        this.consumer = consumer;
        this.work = work;
        this.failure = failure;
        this.thread = new Thread(this::run, name);
    }

    /** Begins, unless it was told to stop already. */
    public synchronized void start() {
        if (!stopping) {
            started = true;
            thread.start();
        }
    }

    /** Has it fetch no more: what it fetches meanwhile is handled before this returns, unless that takes more than a second. */
    public void pause() {
        paused = true;
        awaitRound();
    }

    private synchronized void awaitRound() {
        long before = rounds;
        long deadline = System.nanoTime() + PAUSING.toNanos();
        try {
            while (rounds == before && thread.isAlive() && deadline - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void endRound() {
        rounds++;
        notifyAll();
    }

    public void resume() {
        paused = false;
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Tells it to stop. */
    public synchronized void tellToStop() {
        // Once: a second call would wake up what it does at the end.
        if (!stopping) {
            stopping = true;
            if (started) {
                consumer.wakeup();
            }
        }
    }

    /** Tells it to stop, and waits until it has, as long as that takes. */
    public void stop() {
        stop(Duration.ofNanos(Long.MAX_VALUE));
    }

    /**
     * Tells it to stop, and waits until it has.
     *
     * @param limit of the waiting
     * @return whether it has stopped
     */
    public boolean stop(Duration limit) {
        tellToStop();
        if (started) {
            join(Math.max(1, limit.toNanos()));
        } else {
            consumer.close(CLOSING);
        }
        return !thread.isAlive();
    }

    /** Also where the one who waits is interrupted: what is being handled is not to be cut off. */
    private void join(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        while (thread.isAlive() && deadline - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work.begin();
            while (!stopping) {
                work.round();
                endRound();
            }
        } catch (WakeupException e) {
            LOG.debug("Told to stop", e);
        } catch (Throwable e) {
            LOG.error("{} cannot go on", thread.getName(), e);
            failure.completeExceptionally(e);
        } finally {
            try {
                work.end();
            } finally {
                consumer.close(CLOSING);
            }
        }
    }
}
