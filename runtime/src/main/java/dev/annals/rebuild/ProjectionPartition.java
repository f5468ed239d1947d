package dev.annals.rebuild;

import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.StoredEntity;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Compares one partition of a projection that was built anew, and publishes what differs. Used by one thread at a time. */
final class ProjectionPartition {

    private final Rebuilt target;
    private final int partition;
    private final Path directory;

    /**
     * A partition.
     *
     * @param directory for its files
     */
    ProjectionPartition(Rebuilt target, int partition, Path directory) {
        this.target = target;
        this.partition = partition;
        this.directory = directory;
    }

    int partition() {
        return partition;
    }

    /** Compares what the store holds with what is published. */
    Tally compare(
            ProjectionComparison.Stores stores, Consumer<byte[], byte[]> consumer, Extents extents, Progress progress) {
        Tally tally = new Tally();
        try (PartitionStates states = new PartitionStates(directory)) {
            take(stores, states);
            new LastRecords(new PartitionReader(consumer, progress), extents, partition, Rebuild.MOST_MEMORY)
                    .load(
                            target.snapshotsTopic().orElseThrow(),
                            states.published(),
                            record -> PublishedRecord.of(record).toBytes());
            states.compare(compared -> tally.entity(compared, target));
        }
        return tally;
    }

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

    /** The store is what it should be; what is gone is in it still, for its version, and is not published. */
    private void take(ProjectionComparison.Stores stores, PartitionStates states) {
        SpillingMap folded = new SpillingMap(states.folded(), Rebuild.MOST_MEMORY);
        SpillingMap stored = new SpillingMap(states.stored(), Rebuild.MOST_MEMORY);
        long now = System.currentTimeMillis();
        stores.forEach(partition, (StoredEntity entity) -> {
            if (EntityStateCodec.snapshotBytes(entity.value()) != null) {
                folded.put(entity.key(), new Folded(now, entity.value()).toBytes());
                stored.put(entity.key(), entity.value());
            }
        });
        folded.spill();
        stored.spill();
    }
}
