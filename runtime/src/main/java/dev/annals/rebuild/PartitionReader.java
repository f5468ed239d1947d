package dev.annals.rebuild;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads one partition from its beginning to where it ended when the rebuild started. Used by one thread. */
final class PartitionReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Progress progress;

    PartitionReader(Consumer<byte[], byte[]> consumer, Progress progress) {
        this.consumer = consumer;
        this.progress = progress;
    }

    /** What is done with each record. */
    @FunctionalInterface
    interface Sink {
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    /** Hands over each committed record before the end. */
    void read(TopicPartition partition, Extent extent, Sink sink) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, extent.start());
        long position = extent.start();
        while (position < extent.end()) {
            Cancelled.check();
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < extent.end()) {
                    sink.take(record);
                }
            }
            // Over the markers of transactions, too, which are no records and have offsets.
            long reached = Math.min(consumer.position(partition), extent.end());
            progress.advance(reached - position);
            position = reached;
        }
    }
}
