package dev.annals.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far topics go, as far as that is committed. */
final class TopicOffsets {

    private final Admin admin;

    TopicOffsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * What there is of a partition.
     *
     * @param start the first offset
     * @param end the offset behind the last one
     */
    record Range(long start, long end) {

        static final Range NONE = new Range(0, 0);

        boolean isEmpty() {
            return start >= end;
        }
    }

    boolean hasRecords(String topic) {
        return of(topic).values().stream().anyMatch(range -> !range.isEmpty());
    }

    /** By partition. */
    Map<Integer, Range> of(String topic) {
        List<TopicPartition> partitions = Objects.requireNonNull(
                        AdminCalls.get(admin.describeTopics(List.of(topic)).allTopicNames(), "describe topic " + topic)
                                .get(topic))
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<Integer, Range> ranges = new HashMap<>();
        partitions.forEach(each ->
                ranges.put(each.partition(), new Range(starts.getOrDefault(each, 0L), ends.getOrDefault(each, 0L))));
        return ranges;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> found = AdminCalls.get(
                admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all(),
                "say how far topics go");
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
