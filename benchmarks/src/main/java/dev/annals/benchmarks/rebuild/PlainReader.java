package dev.annals.benchmarks.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A plain consumer that reads all of a topic. */
final class PlainReader {

    private final String bootstrapServers;

    PlainReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Hands over each committed record. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        read(topic, 0, 1, sink);
    }

    /** The same of those partitions that are this one's share, of so many. */
    void read(String topic, int share, int shares, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                10_000,
                "max.partition.fetch.bytes",
                4 << 20);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .filter(each -> each.partition() % shares == share)
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(sink);
            }
        }
    }
}
