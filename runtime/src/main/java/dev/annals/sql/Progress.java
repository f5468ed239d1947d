package dev.annals.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the partitions of a read model are in the database, and how far that is from their ends. Used by the thread of the consumer, but
 * for {@link #lag} and {@link #isCaughtUp}.
 */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> unpositioned = new HashSet<>();
    private final Map<TopicPartition, Long> goal = new HashMap<>();
    private long lookedAt = System.nanoTime();
    private boolean told;
    private volatile boolean caughtUp;
    private volatile long lag;

    Progress(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The partitions that are fetched from. */
    Set<TopicPartition> positioned() {
        return positions.keySet();
    }

    /** The partitions of which the database has not been asked yet. */
    Set<TopicPartition> unpositioned() {
        return unpositioned;
    }

    Map<TopicPartition, Long> positions() {
        return positions;
    }

    void assigned(Collection<TopicPartition> partitions) {
        unpositioned.addAll(partitions);
        // They have a position, or the consumer would look for one itself; nothing is fetched from it.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
    }

    void left(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            positions.remove(partition);
            unpositioned.remove(partition);
            goal.remove(partition);
        });
    }

    /** The database knows better. */
    void lookAgain() {
        unpositioned.addAll(positions.keySet());
        positions.clear();
    }

    void moved(Map<TopicPartition, Long> ends) {
        positions.putAll(ends);
    }

    /**
     * Goes to where the database is, in partitions of which it has not been asked yet.
     *
     * @throws OffsetsUnusableException when there is nothing any more, or nothing yet, where it is
     */
    void position(Transactions transactions) throws SQLException {
        if (unpositioned.isEmpty()) {
            return;
        }
        // The database before the topic, which only grows: what another instance applies meanwhile is there as well.
        Map<TopicPartition, Long> found = transactions.positions(unpositioned);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(unpositioned, TIMEOUT);
        Map<TopicPartition, Long> end = consumer.endOffsets(unpositioned, TIMEOUT);
        for (TopicPartition partition : Set.copyOf(unpositioned)) {
            long begins = first.getOrDefault(partition, 0L);
            long ends = end.getOrDefault(partition, 0L);
            Long known = found.get(partition);
            if (known == null) {
                if (begins > 0) {
                    LOG.warn(
                            "{} begins at {}: what was before that is gone, and in no read model that begins now",
                            partition,
                            begins);
                }
                transactions.begin(partition, begins);
            } else {
                requireWithin(partition, known, begins, ends);
            }
            long position = known == null ? begins : known;
            consumer.seek(partition, position);
            positions.put(partition, position);
            goal.putIfAbsent(partition, ends);
            unpositioned.remove(partition);
        }
    }

    /**
     * Looks how far it is.
     *
     * @param waits whether nothing is fetched
     */
    void look(int inMemory, boolean waits) {
        boolean asks = waits || !unpositioned.isEmpty();
        if (asks && System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return;
        }
        lookedAt = System.nanoTime();
        // What is not fetched from is not told where its partitions end.
        lag = asks ? unapplied() : inMemory + unfetched();
        if (!caughtUp && inMemory == 0 && unpositioned.isEmpty() && !goal.isEmpty()) {
            caughtUp = goal.entrySet().stream().allMatch(this::isReached);
        }
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether it has caught up; once. */
    boolean hasJustCaughtUp() {
        boolean just = caughtUp && !told;
        told |= just;
        return just;
    }

    long lag() {
        return lag;
    }

    /** The position is behind transactions' markers, too, which the database does not count. */
    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        try {
            return consumer.position(end.getKey(), Duration.ZERO) >= end.getValue();
        } catch (TimeoutException e) {
            return false;
        }
    }

    private long unfetched() {
        return positions.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Of what the database has not been asked about, all. */
    private long unapplied() {
        Set<TopicPartition> all = new HashSet<>(positions.keySet());
        all.addAll(unpositioned);
        try {
            return consumer.endOffsets(all, TIMEOUT).entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                    .sum();
        } catch (TimeoutException e) {
            return lag;
        }
    }

    private static void requireWithin(TopicPartition partition, long position, long first, long end) {
        if (position < first) {
            throw new OffsetsUnusableException(
                    "Events of %s are gone that were never applied: the database is at %d, and the first that there is is at %d. Topics of events are to be kept for ever (retention.ms=-1). To build the read model anew from what is left: while no instance runs, empty its tables, and delete its rows in %s"
                            .formatted(partition, position, first, Offsets.TABLE));
        }
        if (position > end) {
            throw new OffsetsUnusableException(
                    "The database is at %d of %s, which ends at %d: Kafka has lost events that were applied, or is an older copy. To build the read model anew from what there is: while no instance runs, empty its tables, and delete its rows in %s"
                            .formatted(position, partition, end, Offsets.TABLE));
        }
    }
}
