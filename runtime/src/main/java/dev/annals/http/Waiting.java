package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A request that waits, without a thread, until partitions have moved; not for ever. Used by one thread after another. */
final class Waiting {

    private static final long LOOK_AGAIN_MS = 50;

    private final HttpServerExchange exchange;
    private final Duration patience;
    private long deadline;

    Waiting(HttpServerExchange exchange, Duration patience) {
        this.exchange = exchange;
        this.patience = patience;
        restart();
    }

    /** What is run on a worker thread; what it throws is answered with a problem. */
    interface Task {
        void run() throws Exception;
    }

    /** From now on there is as much time again. */
    void restart() {
        deadline = System.nanoTime() + patience.toNanos();
    }

    /** Runs this on a worker thread a moment later, if there is time. */
    boolean again(Task attempt) {
        return again(attempt, LOOK_AGAIN_MS);
    }

    /** The same after so many milliseconds. */
    boolean again(Task attempt, long pauseMs) {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        exchange.getIoThread().executeAfter(() -> onWorker(attempt), pauseMs, TimeUnit.MILLISECONDS);
        return true;
    }

    /** Runs this on a worker thread. */
    void onWorker(Task task) {
        exchange.getConnection().getWorker().execute(() -> Failures.run(exchange, same -> task.run()));
    }
}
