package dev.annals.ownership;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The leases of a process's stream threads. Safe for use by several threads, each of which sees its own lease only. */
public final class Leases {

    private static final long DEFAULT_SESSION_TIMEOUT_MS = 45_000;

    private final ThreadLocal<Lease> ofThread = ThreadLocal.withInitial(() -> Lease.FOR_EVER);

    /** The lease of the calling stream thread: for ever where its consumer is not one of these. */
    public Lease ofThread() {
        return ofThread.get();
    }

    /** A consumer for a stream thread, which renews the lease of the thread that polls it. */
    public Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        Object timeout = config.getOrDefault(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, DEFAULT_SESSION_TIMEOUT_MS);
        Lease lease = new Lease(Duration.ofMillis(Long.parseLong(timeout.toString())), System::nanoTime);
        return new LeasedConsumer(config, lease, () -> ofThread.set(lease));
    }
}
