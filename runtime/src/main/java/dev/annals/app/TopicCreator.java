package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import dev.annals.extension.ExtensionName;
import dev.annals.extension.ExtensionTopics;
import dev.annals.projection.ProjectionDefinition;
import dev.annals.projection.ProjectionDefinition.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
        ensureAll(aggregates.stream().flatMap(name -> topics(name).stream()).toList());
    }

    /**
     * Sees to it that the topics of a projection exist, and that those which it reads are there.
     *
     * @return the number of its partitions
     * @throws StartException when the broker does not answer, a topic is not there that is read, or one has another number of
     *     partitions than it must have
     */
    int ensure(ProjectionDefinition<?, ?> projection) {
        int partitions = partitions(projection);
        ensureAll(List.of(
                topic(projection.name().snapshotsTopic(), partitions, COMPACTED),
                topic(projection.name().deadLettersTopic(), partitions, deadLetters())));
        return partitions;
    }

    /** As many as the topics have that are read partition by partition. */
    private int partitions(ProjectionDefinition<?, ?> projection) {
        Map<Integer, List<String>> byPartitions = new TreeMap<>();
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        for (ProjectionDefinition.Source source : projection.sources()) {
            requireThere(source.topic(), existing, projection.name() + " reads", "writes");
            if (source.partitions() == Partitions.SAME) {
                int partitions = describe(List.of(source.topic())).values().stream()
                        .mapToInt(topic -> topic.partitions().size())
                        .sum();
                byPartitions
                        .computeIfAbsent(partitions, none -> new ArrayList<>())
                        .add(source.topic());
            }
        }
        if (byPartitions.size() > 1) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    ("%s takes topics together partition by partition, and they have different numbers of them: %s. Give"
                                    + " the topics of all services that it reads one number of partitions")
                            .formatted(projection.name(), byPartitions));
        }
        return byPartitions.keySet().stream().findFirst().orElse(settings.partitions());
    }

    /**
     * Sees to it that the topics exist that an extension alone writes, but for that of dead letters, which says that it has run.
     *
     * @throws StartException when the broker does not answer
     */
    void ensureOwn(ExtensionTopics extension) {
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        create(extension.empty().stream()
                .filter(topic -> !existing.contains(topic))
                .map(topic -> topic(topic, 1, COMPACTED))
                .toList());
        extension.empty().forEach(this::requireOnePartition);
        // Those that are there are as somebody wanted them.
        create(extension.own().stream()
                .filter(topic -> !existing.contains(topic))
                .map(topic -> topic(topic, settings.partitions(), FOR_EVER))
                .toList());
    }

    /**
     * Requires the other topics that an extension uses.
     *
     * @throws StartException when the broker does not answer, or a topic is not there
     */
    void requireUsed(ExtensionTopics extension) {
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        extension.reads().forEach(topic -> requireThere(topic, existing, extension.name() + " reads", "writes"));
        extension.commands().forEach(topic -> requireThere(topic, existing, extension.name() + " writes", "reads"));
    }

    /** @throws StartException when the broker does not answer, or a topic is not there that a subscription reads */
    void requireRead(ExtensionName reader, List<String> topics) {
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        topics.forEach(topic -> requireThere(topic, existing, reader + " reads", "writes"));
    }

    /** Sees to it that the topic of dead letters exists, of a subscription, a read model or an extension. */
    void ensureDeadLetters(ExtensionName reader) {
        ensureAll(List.of(topic(reader.deadLettersTopic(), settings.partitions(), deadLetters())));
    }

    private void requireOnePartition(String name) {
        int partitions = describe(List.of(name)).values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
        if (partitions != 1) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    ("Topic %s has %d partitions, and must have one, so that one instance gives what is scheduled: delete it, and it"
                                    + " is made as it must be")
                            .formatted(name, partitions));
        }
    }

    boolean exists(String topic) {
        return AdminCalls.get(admin.listTopics().names(), "list the topics").contains(topic);
    }

    private static void requireThere(String topic, Set<String> existing, String user, String other) {
        if (!existing.contains(topic)) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    "%s the topic %s, which is not there: start the service that %s it first"
                            .formatted(user, topic, other));
        }
    }

    private void ensureAll(List<NewTopic> topics) {
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        // First, so that a start that is refused leaves nothing behind that would be refused the next time.
        requirePartitions(
                topics.stream().filter(topic -> existing.contains(topic.name())).toList());
        create(topics.stream().filter(topic -> !existing.contains(topic.name())).toList());
        requirePartitions(topics);
    }

    /** The id of a topic, which is another one when the topic is deleted and made again. */
    String topicId(String topic) {
        return describe(List.of(topic)).values().stream()
                .map(description -> description.topicId().toString())
                .findFirst()
                .orElseThrow();
    }

    /** The id of the cluster that the topics are in. */
    String clusterId() {
        return AdminCalls.get(admin.describeCluster().clusterId(), "say which cluster it is");
    }

    private List<NewTopic> topics(AggregateName name) {
        int partitions = settings.partitions();
        return List.of(
                topic(name.commandsTopic(), partitions, FOR_EVER),
                topic(name.eventsTopic(), partitions, FOR_EVER),
                topic(name.snapshotsTopic(), partitions, COMPACTED),
                topic(name.deadLettersTopic(), partitions, deadLetters()));
    }

    private static Map<String, String> deadLetters() {
        Map<String, String> config = new HashMap<>(FOR_EVER);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES);
        return config;
    }

    private NewTopic topic(String name, int partitions, Map<String, String> config) {
        Optional<Short> replication = Optional.of(settings.replicationFactor()).filter(factor -> factor > 0);
        return new NewTopic(name, Optional.of(partitions), replication).configs(config);
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
            LOG.info(
                    "Created topics {} with {} partitions each",
                    created,
                    topics.get(0).numPartitions());
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

    private void requirePartitions(List<NewTopic> topics) {
        Map<String, Integer> wanted =
                topics.stream().collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions));
        describe(List.copyOf(wanted.keySet())).forEach((name, topic) -> {
            int partitions = topic.partitions().size();
            if (partitions != wanted.getOrDefault(name, partitions)) {
                throw new StartException(
                        ExitCode.CANNOT_START,
                        ("Topic %s has %d partitions, and topics.partitions is %d. A key's partition depends on their"
                                        + " number, so it stays what it was when the topic was created: set"
                                        + " topics.partitions=%d (TOPICS_PARTITIONS=%d)")
                                .formatted(name, partitions, wanted.get(name), partitions, partitions));
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
