package dev.annals.transaction;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.TopicPartition;

/** Where the last records of a stream thread lie, partition by partition. Written by a producer's thread, read by any. */
final class SentOffsets {

    private final Map<TopicPartition, Long> last = new ConcurrentHashMap<>();

    /** The same callback, which takes note of where a record lies. */
    Callback noting(Callback callback) {
        return (metadata, error) -> {
            if (error == null) {
                last.merge(new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset(), Math::max);
            }
            callback.onCompletion(metadata, error);
        };
    }

    OptionalLong last(String topic, int partition) {
        Long offset = last.get(new TopicPartition(topic, partition));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
