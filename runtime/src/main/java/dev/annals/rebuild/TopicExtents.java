package dev.annals.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far topics go. Used by one thread. */
record TopicExtents(Admin admin) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * How far the partitions of these topics go, when no transaction is open in them: one that a killed process has left may
     * yet be committed by its coordinator, or else is aborted after its timeout.
     */
    Extents settled(Collection<String> topics, int partitions) {
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
        Map<TopicPartition, Long> starts = offsets(all, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, Long> stable = offsets(all, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
            List<TopicPartition> open = all.stream()
                    .filter(each -> offset(stable, each) < offset(ends, each))
                    .toList();
            if (open.isEmpty()) {
                Map<TopicPartition, Extent> extents = new HashMap<>();
                all.forEach(each -> extents.put(each, new Extent(offset(starts, each), offset(stable, each))));
                return new Extents(extents);
            }
            requireTime(deadline, open);
            Cancelled.check();
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel level) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> found = RebuildTopics.get(
                admin.listOffsets(wanted, new ListOffsetsOptions(level)).all(), "say how far the topics go");
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private static void requireTime(long deadline, List<TopicPartition> open) {
        if (System.nanoTime() > deadline) {
            throw new RebuildException(
                    "A transaction is still open in %s. Is something else writing there? kafka-transactions.sh finds it"
                            .formatted(open));
        }
    }
}
