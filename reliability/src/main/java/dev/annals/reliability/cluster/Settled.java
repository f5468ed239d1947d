package dev.annals.reliability.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until every command has been processed, and every event answered that leads to one. */
public final class Settled {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);

    /** What is read by which group, so that nothing is left when none of it is. */
    private static final Map<String, List<String>> READ = Map.of(
            "bank",
            List.of("bank.accounts.commands", "bank.transfers.commands"),
            "bank-transferSteps",
            List.of("bank.accounts.events", "bank.transfers.events"));

    private Settled() {}

    public static void await(String bootstrapServers) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> groups = List.of("bank", "bank-transferSteps", "bank", "bank-transferSteps", "bank");
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
                Consumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            // One after another, and again: a command leads to events, and these to commands.
            while (isAnyLeft(groups, admin, consumer)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("There are commands that nobody processes");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean isAnyLeft(List<String> groups, Admin admin, Consumer<byte[], byte[]> consumer)
            throws Exception {
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (String topic : READ.getOrDefault(group, List.of())) {
                // A variant without reactions has no such group.
                if (!committed.isEmpty() && isAnyLeft(topic, committed, consumer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether there is a record behind what is committed; the ends of transactions have offsets, too, and are none. */
    private static boolean isAnyLeft(
            String topic, Map<TopicPartition, OffsetAndMetadata> committed, Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            consumer.seek(partition, offset == null ? 0 : offset.offset());
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
