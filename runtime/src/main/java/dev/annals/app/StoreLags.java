package dev.annals.app;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the stores of this process are behind, as the brokers last said; they are asked again once a second at the most, and
 * nobody waits for that but the one who asks, and not for long. Safe for several threads.
 */
final class StoreLags {

    private static final Logger LOG = LoggerFactory.getLogger(StoreLags.class);

    private static final long FRESH_NANOS = 1_000_000_000;
    private static final long OLD_NANOS = 10 * FRESH_NANOS;
    private static final long LONGEST_WAIT_MS = 500;

    private final Supplier<Map<String, Map<Integer, LagInfo>>> source;
    private final LongSupplier nanoTime;
    private final Executor executor;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Answer last;

    /** What the brokers said, and when. */
    private record Answer(Map<String, Map<Integer, LagInfo>> lags, long at) {}

    /**
     * Lags by a source.
     *
     * @param source may block for a long time, and fail
     * @param executor where the source is asked
     */
    StoreLags(Supplier<Map<String, Map<Integer, LagInfo>>> source, LongSupplier nanoTime, Executor executor) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.executor = executor;
        this.last = new Answer(Map.of(), nanoTime.getAsLong() - OLD_NANOS - 1);
    }

    /** Records that a partition's store is behind the end of its changelog; empty where that is not known. */
    OptionalLong of(String store, int partition) {
        Answer answer = last;
        long age = nanoTime.getAsLong() - answer.at();
        if (age > FRESH_NANOS && asking.compareAndSet(false, true)) {
            CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(this::ask, executor);
            answer = asked.completeOnTimeout(answer, LONGEST_WAIT_MS, TimeUnit.MILLISECONDS)
                    .join();
        }
        boolean known = nanoTime.getAsLong() - answer.at() <= OLD_NANOS;
        LagInfo lag = known ? answer.lags().getOrDefault(store, Map.of()).get(partition) : null;
        return lag == null ? OptionalLong.empty() : OptionalLong.of(lag.offsetLag());
    }

    private Answer ask() {
        try {
            last = new Answer(source.get(), nanoTime.getAsLong());
        } catch (RuntimeException e) {
            LOG.debug("It is not known how far stores are behind", e);
        } finally {
            asking.set(false);
        }
        return last;
    }
}
