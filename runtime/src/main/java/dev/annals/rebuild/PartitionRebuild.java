package dev.annals.rebuild;

import dev.annals.aggregate.MessageHeaders;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** Rebuilds one partition: folds its events, compares, and writes what differs. Used by one thread at a time. */
final class PartitionRebuild {

    private final Rebuildable target;
    private final int partition;
    private final Path directory;
    private final boolean skipUnreadable;
    private final long memory;

    /**
     * The rebuild of a partition.
     *
     * @param directory for its files
     * @param skipUnreadable whether events that cannot be taken in are passed over
     * @param memory bytes that it may use, roughly
     */
    PartitionRebuild(Rebuildable target, int partition, Path directory, boolean skipUnreadable, long memory) {
        this.target = target;
        this.partition = partition;
        this.directory = directory;
        this.skipUnreadable = skipUnreadable;
        this.memory = memory;
    }

    int partition() {
        return partition;
    }

    /** Folds the events. An event that cannot be taken in is the last one that is read, unless those are passed over. */
    Tally fold(Consumer<byte[], byte[]> consumer, Extents extents, Progress progress) {
        Tally tally = new Tally();
        try (DiskMap disk = DiskMap.open(directory.resolve("folded"))) {
            SpillingMap states = new SpillingMap(disk, memory);
            Fold fold = target.fold(new FoldedStatesOnDisk(states));
            TopicPartition source = new TopicPartition(target.sourceTopic(), partition);
            try {
                new PartitionReader(consumer, progress)
                        .read(source, extents.of(source), event -> take(event, fold, tally));
            } catch (StoppedException e) {
                return tally;
            }
            fold.end();
            states.spill();
        }
        return tally;
    }

    /** Reads what is there, and compares it with what was folded. */
    void compare(Consumer<byte[], byte[]> consumer, Extents extents, Progress progress, Tally tally) {
        try (PartitionStates states = new PartitionStates(directory)) {
            LastRecords last = new LastRecords(new PartitionReader(consumer, progress), extents, partition, memory);
            last.load(target.changelogTopic(), states.stored(), ConsumerRecord::value);
            target.snapshotsTopic()
                    .ifPresent(topic -> last.load(
                            topic,
                            states.published(),
                            record -> PublishedRecord.of(record).toBytes()));
            states.compare(compared -> tally.entity(compared, target));
        }
    }

    /** Writes what differs, by this producer, which no transaction is open in. */
    void write(Producer<byte[], byte[]> producer, Progress progress) {
        try (PartitionStates states = new PartitionStates(directory)) {
            DifferenceWriter writer = new DifferenceWriter(target, partition, producer);
            states.compare(compared -> {
                if (writer.write(compared)) {
                    progress.advance(1);
                }
            });
            writer.end();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> event, Fold fold, Tally tally) {
        tally.event();
        try {
            fold.take(event);
        } catch (UnreadableEventException e) {
            tally.problem(problem(event, String.valueOf(e.getMessage())));
            if (!skipUnreadable) {
                throw new StoppedException();
            }
            fold.skip(event);
        }
    }

    private Problem problem(ConsumerRecord<byte[], byte[]> event, String reason) {
        String type = MessageHeaders.text(event.headers(), MessageHeaders.TYPE);
        return new Problem(
                "%s-%d@%d".formatted(event.topic(), event.partition(), event.offset()),
                type == null ? "record without ce_type" : type,
                event.key() == null ? "no key" : target.describeKey(event.key()),
                Instant.ofEpochMilli(event.timestamp()),
                reason);
    }

    /** Reading ends at an event that cannot be taken in. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
