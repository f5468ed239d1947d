package dev.annals.sql;

import dev.annals.subscription.CatchUp;
import dev.annals.subscription.Lag;
import dev.annals.subscription.PartitionEnds;
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

/** Where the partitions of a read model are in the database, and how far that is from their ends. Used by the thread of the consumer. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionEnds ends;
    private final CatchUp catchUp;
    private final Lag lag;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> unpositioned = new HashSet<>();
    private long askAt = System.nanoTime();

    Progress(Consumer<byte[], byte[]> consumer, PartitionEnds ends, CatchUp catchUp, Lag lag) {
        this.consumer = consumer;
        this.ends = ends;
        this.catchUp = catchUp;
        this.lag = lag;
    }

    /** The partitions that are fetched from. */
    Set<TopicPartition> positioned() {
        return positions.keySet();
    }

    /** The partitions of which the database has not been asked yet, or that cannot be read at present. */
    Set<TopicPartition> unpositioned() {
        return unpositioned;
    }

    Map<TopicPartition, Long> positions() {
        return positions;
    }

    void assigned(Collection<TopicPartition> partitions) {
        catchUp.assigned(partitions);
        unpositioned.addAll(partitions);
        askAt = System.nanoTime();
        // They have a position, or the consumer would look for one itself; nothing is fetched from it.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
    }

    void left(Collection<TopicPartition> partitions) {
        catchUp.left(partitions);
        partitions.forEach(partition -> {
            positions.remove(partition);
            unpositioned.remove(partition);
        });
    }

    /** The database knows better. */
    void lookAgain() {
        unpositioned.addAll(positions.keySet());
        positions.clear();
        askAt = System.nanoTime();
    }

    void appliedUpTo(Map<TopicPartition, Long> offsets) {
        positions.putAll(offsets);
    }

    /**
     * Goes to where the database is, in partitions of which it has not been asked yet. Those whose leader is away are left for later.
     *
     * @throws OffsetsUnusableException when there is nothing any more, or nothing yet, where it is
     */
    void position(Transactions transactions) throws SQLException {
        if (unpositioned.isEmpty() || System.nanoTime() - askAt < 0) {
            return;
        }
        // The database before the topic, which only grows: what another instance applies meanwhile is there as well.
        Map<TopicPartition, Long> found = transactions.positions(unpositioned);
        Map<TopicPartition, Long> first = ends.beginnings(unpositioned);
        Map<TopicPartition, Long> end = ends.ends(first.keySet());
        for (Map.Entry<TopicPartition, Long> each : end.entrySet()) {
            TopicPartition partition = each.getKey();
            long begins = first.getOrDefault(partition, 0L);
            Long known = found.get(partition);
            if (known == null) {
                begin(partition, begins, transactions);
            } else {
                requireWithin(partition, known, begins, each.getValue());
            }
            long position = known == null ? begins : known;
            consumer.seek(partition, position);
            positions.put(partition, position);
            unpositioned.remove(partition);
        }
        askAt = System.nanoTime() + ASK_EVERY_NANOS;
    }

    private static void begin(TopicPartition partition, long begins, Transactions transactions) throws SQLException {
        if (begins > 0) {
            LOG.warn(
                    "{} begins at {}: what was before that is gone, and in no read model that begins now",
                    partition,
                    begins);
        }
        transactions.begin(partition, begins);
    }

    /** Looks how far it is. */
    void look(int inMemory) {
        Set<TopicPartition> all = new HashSet<>(positions.keySet());
        all.addAll(unpositioned);
        // Of what the database has not been asked about, all is still to be applied.
        lag.look(all, partition -> positions.getOrDefault(partition, 0L), inMemory);
        catchUp.look(partition -> inMemory == 0 ? fetchedUpTo(partition) : -1);
    }

    /** Behind transactions' markers, too, which the database does not count; -1 where it has no position. */
    private long fetchedUpTo(TopicPartition partition) {
        if (!positions.containsKey(partition)) {
            return -1;
        }
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException e) {
            return -1;
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
