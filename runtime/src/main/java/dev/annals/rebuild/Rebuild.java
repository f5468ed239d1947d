package dev.annals.rebuild;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one store and its topic of snapshots again: folds all partitions, compares, and then writes what differs, unless an
 * event could not be taken in. It can be interrupted at any point, and repeated. Used by one thread.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** In bytes, for each thread: more makes it no faster. */
    static final long MOST_MEMORY = 64 << 20;

    private final Rebuildable target;
    private final RebuildClients clients;
    private final RebuildOptions options;
    private final Progress progress;
    private final long started = System.nanoTime();
    private long foldMillis;
    private boolean madeChangelog;

    public Rebuild(Rebuildable target, RebuildClients clients, RebuildOptions options, Progress progress) {
        this.target = target;
        this.clients = clients;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @throws RebuildException when it could not be done
     */
    public RebuildReport run() {
        try (Admin admin = clients.newAdmin();
                WorkDirectory directory = WorkDirectory.take(options.directory().resolve(target.name()))) {
            requireNotRunning(admin);
            RebuildTopics topics = new RebuildTopics(admin, target);
            Set<String> existing = topics.existing();
            if (!existing.contains(target.sourceTopic())) {
                LOG.info("There is no topic {}: nothing was built from it", target.sourceTopic());
                return report(new Tally(), false);
            }
            return run(admin, topics, existing, directory.path());
        }
    }

    private RebuildReport run(Admin admin, RebuildTopics topics, Set<String> existing, Path directory) {
        int partitions = topics.partitions(existing);
        endPredecessor(admin, partitions);
        Extents extents = new TopicExtents(admin).settled(existing, partitions);
        List<PartitionRebuild> all = partitions(partitions, directory);
        Map<Integer, Tally> tallies = fold(all, extents);
        if (!options.skipUnreadable() && sum(tallies).unreadable() > 0) {
            return report(sum(tallies), true);
        }
        compare(all, extents, tallies);
        if (options.dryRun()) {
            return report(sum(tallies), false);
        }
        requireNotRunning(admin);
        madeChangelog =
                topics.create(existing, partitions, options.replicationFactor()).contains(target.changelogTopic());
        write(all, tallies);
        requireNotRunning(admin);
        return report(sum(tallies), false);
    }

    private List<PartitionRebuild> partitions(int count, Path directory) {
        long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8 / options.threads());
        return IntStream.range(0, count)
                .mapToObj(number -> new PartitionRebuild(
                        target, number, directory.resolve(Integer.toString(number)), options.skipUnreadable(), memory))
                .toList();
    }

    private Map<Integer, Tally> fold(List<PartitionRebuild> partitions, Extents extents) {
        Map<Integer, Tally> tallies = new ConcurrentHashMap<>();
        long begun = System.nanoTime();
        inParallel("folding the events", extents.length(Set.of(target.sourceTopic())), partitions, partition -> {
            try (Consumer<byte[], byte[]> consumer = clients.newConsumer()) {
                tallies.put(partition.partition(), partition.fold(consumer, extents, progress));
            }
        });
        foldMillis = millisSince(begun);
        return tallies;
    }

    private void compare(List<PartitionRebuild> partitions, Extents extents, Map<Integer, Tally> tallies) {
        Set<String> targets = new HashSet<>(Set.of(target.changelogTopic()));
        target.snapshotsTopic().ifPresent(targets::add);
        inParallel("comparing", extents.length(targets), partitions, partition -> {
            try (Consumer<byte[], byte[]> consumer = clients.newConsumer()) {
                partition.compare(consumer, extents, progress, tally(tallies, partition));
            }
        });
    }

    private void write(List<PartitionRebuild> partitions, Map<Integer, Tally> tallies) {
        List<PartitionRebuild> differing = partitions.stream()
                .filter(partition -> tally(tallies, partition).differing() > 0)
                .toList();
        inParallel("writing what differs", sum(tallies).differing(), differing, partition -> {
            try (Producer<byte[], byte[]> producer = clients.newProducer(transactionalId(partition.partition()))) {
                partition.write(producer, progress);
            }
        });
    }

    private void inParallel(
            String what, long total, List<PartitionRebuild> partitions, Workers.Task<PartitionRebuild> task) {
        progress.begin("%s: %s".formatted(target.name(), what), total);
        try {
            Workers.forEach(partitions, options.threads(), task);
        } finally {
            progress.end();
        }
    }

    /** What an interrupted rebuild has left open would be waited for. */
    private void endPredecessor(Admin admin, int partitions) {
        if (!options.dryRun()) {
            Collection<String> ids = IntStream.range(0, partitions)
                    .mapToObj(this::transactionalId)
                    .toList();
            RebuildTopics.get(admin.fenceProducers(ids).all(), "end the transactions of an earlier rebuild");
        }
    }

    private String transactionalId(int partition) {
        return "%s-rebuild-%s-%d".formatted(target.applicationId(), target.name(), partition);
    }

    private void requireNotRunning(Admin admin) {
        List<String> members = RunningApplication.members(admin, target.applicationId());
        if (!members.isEmpty()) {
            throw new ServiceRunningException(target.applicationId(), members);
        }
    }

    private static Tally tally(Map<Integer, Tally> tallies, PartitionRebuild partition) {
        return tallies.getOrDefault(partition.partition(), new Tally());
    }

    private static Tally sum(Map<Integer, Tally> tallies) {
        Tally sum = new Tally();
        tallies.values().forEach(sum::add);
        return sum;
    }

    private RebuildReport report(Tally tally, boolean stopped) {
        return new RebuildReport(
                target.name(),
                options.dryRun(),
                stopped,
                tally.events(),
                tally.count(Kind.UNCHANGED),
                tally.count(Kind.CHANGED),
                tally.count(Kind.MISSING),
                tally.count(Kind.EXTRA),
                tally.unreadable(),
                tally.problems(),
                tally.differences(),
                foldMillis,
                millisSince(started),
                madeChangelog);
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
