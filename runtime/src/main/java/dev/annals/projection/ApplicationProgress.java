package dev.annals.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a Kafka Streams application has come in the topics that it reads, all of its instances together: as its consumer group
 * has committed. Blocks on the brokers; safe for use by several threads.
 */
public final class ApplicationProgress {

    private static final Duration PROBE = Duration.ofMillis(100);

    /** How long an answer serves all who ask: many may wait for the same application, and older offsets only let them wait. */
    private static final long FRESH_NANOS = 5_000_000;

    /** Markers of transactions that may lie behind one another; where there is more, something is left to be read. */
    private static final long MOST_MARKERS = 1_000;

    private final String applicationId;
    private final List<String> internalTopics;
    private final Admin admin;
    private final Consumer<byte[], byte[]> probe;
    private final Object asking = new Object();
    private @Nullable KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> asked;
    private long askedAt;

    /**
     * The progress of an application.
     *
     * @param internalTopics those that it writes and reads itself
     * @param admin stays its owner's to close
     * @param probe reads what is committed, is assigned to nothing, and stays its owner's to close
     */
    public ApplicationProgress(
            String applicationId, Collection<String> internalTopics, Admin admin, Consumer<byte[], byte[]> probe) {
        this.applicationId = applicationId;
        this.internalTopics = List.copyOf(internalTopics);
        this.admin = admin;
        this.probe = probe;
    }

    List<String> internalTopics() {
        return internalTopics;
    }

    /** The offsets at which these topics end now. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        List<TopicPartition> partitions = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, unused -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        // With what is not committed: another's open transaction must not hide what of ours is committed behind it.
        get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all())
                .forEach((partition, offset) -> ends.put(partition, offset.offset()));
        return ends;
    }

    /** How many offsets these topics hold, those of transactions' markers among them. */
    public long length(Collection<String> topics) {
        return ends(topics).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them have been processed. */
    public long taken(Collection<String> topics) {
        return committed().entrySet().stream()
                .filter(offset -> topics.contains(offset.getKey().topic()))
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }

    /** Whether all records below these offsets have been processed, and what came of them is committed. */
    boolean hasReached(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return offsets.entrySet().stream().allMatch(offset -> {
            OffsetAndMetadata found = committed.get(offset.getKey());
            long from = found == null ? 0 : found.offset();
            long to = offset.getValue();
            return from >= to || (to - from <= MOST_MARKERS && isEmpty(offset.getKey(), from, to));
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> answer;
        synchronized (asking) {
            if (asked == null || (asked.isDone() && System.nanoTime() - askedAt >= FRESH_NANOS)) {
                asked = admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata();
                askedAt = System.nanoTime();
            }
            answer = asked;
        }
        // Outside: a broker that is away lets all wait at once, not one after another.
        return get(answer);
    }

    /** Whether there is nothing to read between two offsets: markers of transactions have offsets as well, and are never committed. */
    private boolean isEmpty(TopicPartition partition, long from, long to) {
        synchronized (probe) {
            probe.assign(List.of(partition));
            probe.seek(partition, from);
            // Of what compaction has removed, the position goes over it without a record.
            while (probe.poll(PROBE).isEmpty()) {
                if (probe.position(partition) >= to) {
                    return true;
                }
                if (probe.position(partition) == from) {
                    return false;
                }
                from = probe.position(partition);
            }
            return false;
        }
    }

    private static <T> T get(KafkaFuture<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was asked", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not answer", Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
