package dev.annals.benchmarks.byhand;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed replies, and completes what waits for them. */
final class ReplyListener implements AutoCloseable {

    static final String REQUEST_ID = "request-id";

    private final Map<String, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    private final Consumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::run, "replies");

    private ReplyListener(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    static ReplyListener start(String bootstrapServers) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<PartitionInfo> partitions = consumer.partitionsFor(HandWrittenBank.REPLIES);
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        ReplyListener listener = new ReplyListener(consumer);
        listener.thread.start();
        return listener;
    }

    CompletableFuture<byte[]> await(String requestId) {
        return waiting.computeIfAbsent(requestId, id -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::complete);
            }
        } catch (WakeupException e) {
            waiting.clear();
        }
    }

    private void complete(ConsumerRecord<String, byte[]> reply) {
        byte[] id = reply.headers().lastHeader(REQUEST_ID).value();
        CompletableFuture<byte[]> caller = waiting.remove(new String(id, StandardCharsets.UTF_8));
        if (caller != null) {
            caller.complete(reply.value());
        }
    }
}
