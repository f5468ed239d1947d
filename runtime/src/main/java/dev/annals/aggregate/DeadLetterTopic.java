package dev.annals.aggregate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The dead letters of an aggregate, or of what takes in events, to be looked at; and to be sent, or answered, again. Each look opens a consumer and closes it. Safe for use
 * by several threads; blocks on the brokers.
 */
public final class DeadLetterTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String topic;
    private final String commandsTopic;
    private final int partitions;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Producer<byte[], byte[]> producer;

    /**
     * Dead letters.
     *
     * @param topic that they are in
     * @param commandsTopic where they come from and can be sent again; empty where they cannot
     * @param partitions of the topic
     * @param consumers makes consumers of committed records that are members of no group
     * @param producer writes commands; stays its owner's to close
     */
    public DeadLetterTopic(
            String topic,
            String commandsTopic,
            int partitions,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.commandsTopic = commandsTopic;
        this.partitions = partitions;
        this.consumers = consumers;
        this.producer = producer;
    }

    /**
     * Dead letters, one partition after another, the oldest ones first.
     *
     * @param partition and offset of the first one
     * @param limit how many at the most
     */
    public List<ConsumerRecord<byte[], byte[]>> page(int partition, long offset, int limit) {
        List<ConsumerRecord<byte[], byte[]>> page = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            for (int each = partition; each < partitions && page.size() < limit; each++) {
                TopicPartition from = new TopicPartition(topic, each);
                read(consumer, from, each == partition ? offset : 0, limit, page);
            }
        }
        return page;
    }

    /** The dead letter at this place. */
    public Optional<ConsumerRecord<byte[], byte[]>> find(int partition, long offset) {
        return partition < partitions ? record(topic, partition, offset) : Optional.empty();
    }

    /**
     * The command that became this dead letter, as it was; empty where there is no key to send it by, or no command at all, as of a deadline that failed, or where it was too large
     * for the dead-letter topic and is no longer in the commands topic either.
     */
    public Optional<ProducerRecord<byte[], byte[]>> command(ConsumerRecord<byte[], byte[]> letter) {
        return original(letter)
                .filter(record -> record.key() != null && record.value() != null)
                .map(record -> command(record, letter));
    }

    /** The record that became this dead letter, as it was and where it was; empty where it is gone. */
    public Optional<ConsumerRecord<byte[], byte[]>> original(ConsumerRecord<byte[], byte[]> letter) {
        String topic = MessageHeaders.text(letter.headers(), DeadLetterHeaders.PREFIX + "topic");
        String partition = MessageHeaders.text(letter.headers(), DeadLetterHeaders.PREFIX + "partition");
        String offset = MessageHeaders.text(letter.headers(), DeadLetterHeaders.PREFIX + "offset");
        if (topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        int where = Integer.parseInt(partition);
        long at = Long.parseLong(offset);
        return letter.headers().lastHeader(DeadLetterHeaders.OMITTED) == null
                ? Optional.of(whole(letter, topic, where, at))
                : record(topic, where, at);
    }

    private static ConsumerRecord<byte[], byte[]> whole(
            ConsumerRecord<byte[], byte[]> letter, String topic, int partition, long offset) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!DeadLetterHeaders.isOwn(header.key())) {
                headers.add(header);
            }
        }
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                letter.timestamp(),
                letter.timestampType(),
                letter.serializedKeySize(),
                letter.serializedValueSize(),
                letter.key(),
                letter.value(),
                headers,
                Optional.empty());
    }

    /** Sends a command; done when Kafka has confirmed it. */
    public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> command) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        Future<?> unused = producer.send(command, (metadata, error) -> {
            if (error == null) {
                confirmed.complete(null);
            } else {
                confirmed.completeExceptionally(error);
            }
        });
        return confirmed;
    }

    private ProducerRecord<byte[], byte[]> command(
            ConsumerRecord<byte[], byte[]> original, ConsumerRecord<byte[], byte[]> letter) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : original.headers()) {
            if (!header.key().equals(MessageHeaders.REQUEST)) {
                headers.add(header);
            }
        }
        // Under the id that it had, so that sending it twice is no more than sending it once.
        headers.remove(MessageHeaders.ID).remove(MessageHeaders.RESENT);
        headers.add(MessageHeaders.ID, MessageHeaders.value(letter.headers(), DeadLetterHeaders.MESSAGE_ID));
        headers.add(MessageHeaders.RESENT, MessageHeaders.bytes(letter.partition() + "-" + letter.offset()));
        return new ProducerRecord<>(commandsTopic, null, original.key(), original.value(), headers);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> record(String topic, int partition, long offset) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            read(consumer, new TopicPartition(topic, partition), offset, 1, found);
        }
        return found.stream().filter(record -> record.offset() == offset).findFirst();
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long offset,
            int limit,
            List<ConsumerRecord<byte[], byte[]>> into) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(one, PATIENCE);
        long end = consumer.endOffsets(one, PATIENCE).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(offset, first.getOrDefault(partition, 0L)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (into.size() < limit && consumer.position(partition) < end && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (into.size() < limit) {
                    into.add(record);
                }
            }
        }
    }
}
