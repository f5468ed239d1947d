package dev.annals.ownership;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The consumer of a stream thread, which tells the thread's {@link Lease} of its heartbeats. */
final class LeasedConsumer extends KafkaConsumer<byte[], byte[]> {

    private final Lease lease;
    private final Runnable atFirstPoll;
    private final Metric heartbeats;
    private @Nullable Thread thread;

    /**
     * A consumer.
     *
     * @param atFirstPoll is run on the thread that polls, before it does
     */
    LeasedConsumer(Map<String, Object> config, Lease lease, Runnable atFirstPoll) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.lease = lease;
        this.atFirstPoll = atFirstPoll;
        this.heartbeats = metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("heartbeat-total"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Kafka's consumer no longer counts its heartbeats, by which it is known whether state is fresh"));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            atFirstPoll.run();
        }
        long started = System.nanoTime();
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        lease.polled(
                started,
                ((Number) heartbeats.metricValue()).doubleValue(),
                groupMetadata().generationId());
        return records;
    }
}
