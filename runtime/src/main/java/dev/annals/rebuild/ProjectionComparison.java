package dev.annals.rebuild;

import dev.annals.aggregate.StoredEntity;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Compares what a projection that was built anew holds with what is published of it, and publishes what differs. It can be
 * interrupted at any point, and repeated. Used by one thread.
 */
public final class ProjectionComparison {

    private final Rebuilt target;
    private final RebuildClients clients;
    private final RebuildOptions options;
    private final Progress progress;

    public ProjectionComparison(Rebuilt target, RebuildClients clients, RebuildOptions options, Progress progress) {
        this.target = target;
        this.clients = clients;
        this.options = options;
        this.progress = progress;
    }

    /** What the projection holds now, partition by partition. */
    @FunctionalInterface
    public interface Stores {

        /** Hands over all records of a partition. */
        void forEach(int partition, java.util.function.Consumer<StoredEntity> sink);
    }

    /**
     * Compares, and publishes unless it is a dry run.
     *
     * @param events how many were taken in
     * @param millis that this took
     * @throws RebuildException when it could not be done
     */
    public RebuildReport run(Stores stores, int partitions, long events, long millis) {
        long started = System.nanoTime();
        Tally tally = new Tally();
        try (Admin admin = clients.newAdmin();
                WorkDirectory directory = WorkDirectory.take(options.directory().resolve(target.name()))) {
            Extents extents = new TopicExtents(admin).settled(Set.of(topic()), partitions);
            List<ProjectionPartition> all = IntStream.range(0, partitions)
                    .mapToObj(number -> new ProjectionPartition(
                            target, number, directory.path().resolve(Integer.toString(number))))
                    .toList();
            progress.begin(target.name() + ": comparing", extents.length(Set.of(topic())));
            all.forEach(partition -> tally.add(compare(partition, stores, extents)));
            progress.end();
            if (!options.dryRun() && tally.differing() > 0) {
                progress.begin(target.name() + ": publishing what differs", tally.differing());
                all.forEach(this::write);
                progress.end();
            }
        }
        return report(tally, events, millis, millis + (System.nanoTime() - started) / 1_000_000);
    }

    private Tally compare(ProjectionPartition partition, Stores stores, Extents extents) {
        try (Consumer<byte[], byte[]> consumer = clients.newConsumer()) {
            return partition.compare(stores, consumer, extents, progress);
        }
    }

    private void write(ProjectionPartition partition) {
        String id = "%s-rebuild-%d".formatted(target.applicationId(), partition.partition());
        try (Producer<byte[], byte[]> producer = clients.newProducer(id)) {
            partition.write(producer, progress);
        }
    }

    private String topic() {
        return target.snapshotsTopic().orElseThrow();
    }

    private RebuildReport report(Tally tally, long events, long millis, long totalMillis) {
        return new RebuildReport(
                target.name(),
                options.dryRun(),
                false,
                events,
                tally.count(Kind.UNCHANGED),
                tally.count(Kind.CHANGED),
                tally.count(Kind.MISSING),
                tally.count(Kind.EXTRA),
                0,
                List.of(),
                tally.differences(),
                millis,
                totalMillis,
                false);
    }
}
