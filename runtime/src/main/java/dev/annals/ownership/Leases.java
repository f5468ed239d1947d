package dev.annals.ownership;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The leases of a process's stream threads. Safe for use by several threads, each of which sees its own lease only. */
public final class Leases {

    private static final long DEFAULT_SESSION_TIMEOUT_MS = 45_000;
    private static final long DEFAULT_HEARTBEAT_MS = 3_000;
    private static final long HEARTBEATS_PER_SESSION = 3;

    private final ThreadLocal<Lease> ofThread = ThreadLocal.withInitial(() -> Lease.FOR_EVER);

    /** The lease of the calling stream thread: for ever where its consumer is not one of these. */
    public Lease ofThread() {
        return ofThread.get();
    }

    /**
     * A consumer for a stream thread, which renews the lease of the thread that polls it.
     *
     * @throws IllegalArgumentException when heartbeats are too rare for a lease to last from one to the next
     */
    public Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        long session = milliseconds(config, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, DEFAULT_SESSION_TIMEOUT_MS);
        long heartbeat = milliseconds(config, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, DEFAULT_HEARTBEAT_MS);
        if (heartbeat * HEARTBEATS_PER_SESSION > session) {
            throw new IllegalArgumentException(
                    ("kafka.heartbeat.interval.ms (%d) must be a third of kafka.session.timeout.ms (%d) at the most: state is"
                                    + " shown only while heartbeats prove that it is fresh")
                            .formatted(heartbeat, session));
        }
        Lease lease = new Lease(Duration.ofMillis(session), System::nanoTime);
        return new LeasedConsumer(config, lease, () -> ofThread.set(lease));
    }

    private static long milliseconds(Map<String, Object> config, String name, long otherwise) {
        return Long.parseLong(config.getOrDefault(name, otherwise).toString());
    }
}
