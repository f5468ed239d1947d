package dev.annals.benchmarks.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees when transfers come to their end, as an ordinary consumer of committed events. Used by one thread. */
final class Completions implements AutoCloseable {

    private static final String TOPIC = "bank.transfers.events";
    private static final String COMPLETED = "bank.transfers.TransferEvent.TransferCompleted";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Consumer<byte[], byte[]> consumer;

    Completions(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits until all of these transfers are completed.
     *
     * @return when each of them was, as {@link System#nanoTime} has it
     */
    Map<String, Long> await(Set<String> transfers) {
        Map<String, Long> completed = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (completed.size() < transfers.size()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "Only %d of %d transfers are completed".formatted(completed.size(), transfers.size()));
            }
            for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                String transfer = new String(event.key(), UTF_8);
                if (transfers.contains(transfer) && isCompletion(event)) {
                    completed.put(transfer, System.nanoTime());
                }
            }
        }
        return completed;
    }

    private static boolean isCompletion(ConsumerRecord<byte[], byte[]> event) {
        Header type = event.headers().lastHeader("ce_type");
        return type != null && new String(Objects.requireNonNull(type.value()), UTF_8).equals(COMPLETED);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
