package dev.annals.rebuild;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What there was of partitions when the rebuild started; nothing of a topic that was not there. */
record Extents(Map<TopicPartition, Extent> byPartition) {

    Extents {
        byPartition = Map.copyOf(byPartition);
    }

    Extent of(TopicPartition partition) {
        return byPartition.getOrDefault(partition, Extent.NONE);
    }

    long length(Collection<String> topics) {
        return byPartition.entrySet().stream()
                .filter(entry -> topics.contains(entry.getKey().topic()))
                .mapToLong(entry -> entry.getValue().length())
                .sum();
    }
}
