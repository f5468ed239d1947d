package dev.annals.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a rebuild: which of them are there, and how far they go. Used by one thread. */
final class RebuildTopics {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final Rebuildable target;

    RebuildTopics(Admin admin, Rebuildable target) {
        this.admin = admin;
        this.target = target;
    }

    /** Those that are there, of the source and the targets. */
    Set<String> existing() {
        Set<String> found = new HashSet<>(get(admin.listTopics().names(), "list the topics"));
        found.retainAll(all());
        return found;
    }

    /** How many partitions the source has; the targets that are there must have as many. */
    int partitions(Set<String> existing) {
        Map<String, Integer> partitions = new HashMap<>();
        get(admin.describeTopics(existing).allTopicNames(), "describe topics " + existing)
                .forEach(
                        (name, topic) -> partitions.put(name, topic.partitions().size()));
        int expected = Objects.requireNonNull(partitions.get(target.sourceTopic()));
        partitions.forEach((name, count) -> {
            if (count != expected) {
                throw new RebuildException("Topic %s has %d partitions, and %s has %d: they must be as many"
                        .formatted(name, count, target.sourceTopic(), expected));
            }
        });
        return expected;
    }

    /** Creates the targets that are missing, as the service and Kafka Streams do, and returns their names. */
    Set<String> create(Set<String> existing, int partitions, short replicationFactor) {
        Set<String> missing = new HashSet<>(all());
        missing.removeAll(existing);
        List<NewTopic> topics = missing.stream()
                .map(name -> new NewTopic(
                                name,
                                Optional.of(partitions),
                                Optional.of(replicationFactor).filter(factor -> factor > 0))
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)))
                .toList();
        admin.createTopics(topics).values().forEach((name, created) -> {
            try {
                get(created, "create topic " + name);
            } catch (RebuildException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        });
        return missing;
    }

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

    private Set<String> all() {
        Set<String> names = new HashSet<>(Set.of(target.sourceTopic(), target.changelogTopic()));
        target.snapshotsTopic().ifPresent(names::add);
        return names;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel level) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin.listOffsets(wanted, new ListOffsetsOptions(level)).all(), "say how far the topics go");
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

    static <T> T get(KafkaFuture<T> result, String what) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildException("Interrupted while trying to " + what, e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new RebuildException("Kafka could not " + what + ": " + cause.getMessage(), cause);
        }
    }
}
