package dev.annals.app;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.LagInfo;

/** How far the stores of this process are behind; asked of the brokers once a second at the most. Safe for several threads. */
final class StoreLags {

    private static final long FRESH_NANOS = 1_000_000_000;

    private final Supplier<Map<String, Map<Integer, LagInfo>>> source;
    private final LongSupplier nanoTime;
    private Map<String, Map<Integer, LagInfo>> lags = Map.of();
    private long asked;

    StoreLags(Supplier<Map<String, Map<Integer, LagInfo>>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong() - FRESH_NANOS - 1;
    }

    /** Records that a partition's store is behind the end of its changelog; 0 where that is not known. */
    synchronized long of(String store, int partition) {
        if (nanoTime.getAsLong() - asked > FRESH_NANOS) {
            lags = source.get();
            asked = nanoTime.getAsLong();
        }
        LagInfo lag = lags.getOrDefault(store, Map.of()).get(partition);
        return lag == null ? 0 : lag.offsetLag();
    }
}
