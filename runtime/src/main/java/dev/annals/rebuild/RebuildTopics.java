package dev.annals.rebuild;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a rebuild: which of them are there. Used by one thread. */
final class RebuildTopics {

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

    private Set<String> all() {
        Set<String> names = new HashSet<>(Set.of(target.sourceTopic(), target.changelogTopic()));
        target.snapshotsTopic().ifPresent(names::add);
        return names;
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
