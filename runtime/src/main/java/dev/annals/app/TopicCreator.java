package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics of a service that are not there, and refuses those that do not fit. */
final class TopicCreator {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);

    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private static final String DEAD_LETTER_BYTES = Integer.toString(2 << 20);

    private static final Duration PROPAGATION = Duration.ofSeconds(30);
    private static final Duration PROPAGATION_POLL = Duration.ofMillis(20);

    private final Admin admin;
    private final Settings.Topics settings;

    TopicCreator(Admin admin, Settings.Topics settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Sees to it that the topics of these aggregates exist.
     *
     * @throws StartException when the broker does not answer, or a topic has another number of partitions
     */
    void ensure(Collection<AggregateName> aggregates) {
        List<NewTopic> topics =
                aggregates.stream().flatMap(name -> topics(name).stream()).toList();
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        // First, so that a start that is refused leaves nothing behind that would be refused the next time.
        requirePartitions(
                topics.stream().map(NewTopic::name).filter(existing::contains).toList());
        create(topics.stream().filter(topic -> !existing.contains(topic.name())).toList());
        requirePartitions(topics.stream().map(NewTopic::name).toList());
    }

    /** The id of the cluster that the topics are in. */
    String clusterId() {
        return AdminCalls.get(admin.describeCluster().clusterId(), "say which cluster it is");
    }

    private List<NewTopic> topics(AggregateName name) {
        Map<String, String> deadLetters = new HashMap<>(FOR_EVER);
        deadLetters.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES);
        return List.of(
                topic(name.commandsTopic(), FOR_EVER),
                topic(name.eventsTopic(), FOR_EVER),
                topic(name.snapshotsTopic(), COMPACTED),
                topic(name.deadLettersTopic(), deadLetters));
    }

    private NewTopic topic(String name, Map<String, String> config) {
        Optional<Short> replication = Optional.of(settings.replicationFactor()).filter(factor -> factor > 0);
        return new NewTopic(name, Optional.of(settings.partitions()), replication).configs(config);
    }

    private void create(List<NewTopic> topics) {
        List<String> created = new ArrayList<>();
        Map<String, KafkaFuture<Void>> results =
                admin.createTopics(topics, new CreateTopicsOptions()).values();
        results.forEach((name, result) -> {
            if (isCreated(name, result)) {
                created.add(name);
            }
        });
        if (!created.isEmpty()) {
            LOG.info("Created topics {} with {} partitions each", created, settings.partitions());
        }
    }

    private static boolean isCreated(String name, KafkaFuture<Void> result) {
        try {
            AdminCalls.get(result, "create topic " + name);
            return true;
        } catch (TopicExistsException e) {
            // Created earlier, or by another instance a moment ago.
            return false;
        }
    }

    private void requirePartitions(List<String> names) {
        describe(names).forEach((name, topic) -> {
            int partitions = topic.partitions().size();
            if (partitions != settings.partitions()) {
                throw new StartException(
                        ExitCode.CANNOT_START,
                        ("Topic %s has %d partitions, and topics.partitions is %d. A key's partition depends on their"
                                        + " number, so it stays what it was when the topic was created: set"
                                        + " topics.partitions=%d (TOPICS_PARTITIONS=%d)")
                                .formatted(name, partitions, settings.partitions(), partitions, partitions));
            }
        });
    }

    /** A topic that was created a moment ago may not have come to the broker that is asked; Kafka Streams needs it there. */
    private Map<String, TopicDescription> describe(List<String> names) {
        long deadline = System.nanoTime() + PROPAGATION.toNanos();
        while (true) {
            try {
                return AdminCalls.get(admin.describeTopics(names).allTopicNames(), "describe topics " + names);
            } catch (StartException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PROPAGATION_POLL.toNanos());
            }
        }
    }
}
