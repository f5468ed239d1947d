package dev.annals.schema.kafka;

import dev.annals.schema.SchemaRegistryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic that holds schemas: created where it is missing, refused where it would lose or reorder them. */
final class SchemaTopic {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaTopic.class);

    private static final Duration PROPAGATION = Duration.ofSeconds(30);
    private static final Duration PROPAGATION_POLL = Duration.ofMillis(20);

    private final Admin admin;
    private final String name;

    SchemaTopic(Admin admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    /**
     * Sees to it that the topic exists.
     *
     * @param replicationFactor of a new one, or -1 for the broker's default
     * @throws SchemaRegistryException when the broker does not answer, or the topic does not fit
     */
    void ensure(short replicationFactor) {
        Optional<TopicDescription> existing = describe();
        if (existing.isPresent()) {
            requireOnePartition(existing.get());
        } else {
            create(replicationFactor);
            requireOnePartition(awaitDescription());
        }
        requireCompacted();
    }

    private void create(short replicationFactor) {
        NewTopic topic = new NewTopic(
                        name, Optional.of(1), Optional.of(replicationFactor).filter(factor -> factor > 0))
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            get(admin.createTopics(List.of(topic)).all(), "create the topic");
            LOG.info("Created topic {}, which holds schemas", name);
        } catch (SchemaRegistryException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            LOG.debug("Another instance created topic {} a moment ago", name);
        }
    }

    private Optional<TopicDescription> describe() {
        try {
            return Optional.ofNullable(get(admin.describeTopics(List.of(name)).allTopicNames(), "describe the topic")
                    .get(name));
        } catch (SchemaRegistryException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A topic that was created a moment ago may not have come to the broker that is asked. */
    private TopicDescription awaitDescription() {
        long deadline = System.nanoTime() + PROPAGATION.toNanos();
        while (true) {
            Optional<TopicDescription> found = describe();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new SchemaRegistryException("Topic %s was created, and is not there".formatted(name));
            }
            LockSupport.parkNanos(PROPAGATION_POLL.toNanos());
        }
    }

    private void requireOnePartition(TopicDescription topic) {
        int partitions = topic.partitions().size();
        if (partitions != 1) {
            throw new SchemaRegistryException(
                    ("Topic %s has %d partitions; schemas need one, where which of two came first is the same for all"
                                    + " readers. If nothing else uses it, delete it and start again; otherwise name"
                                    + " another with schemas.topic (SCHEMAS_TOPIC)")
                            .formatted(name, partitions));
        }
    }

    private void requireCompacted() {
        String policy;
        try {
            policy = cleanupPolicy();
        } catch (SchemaRegistryException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            LOG.warn("Nobody checks that topic {} is compacted and loses no schema: {}", name, e.getMessage());
            return;
        }
        if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new SchemaRegistryException(
                    ("Topic %s has cleanup.policy=%s, which loses schemas in time, and with them what was written with"
                                    + " them. Set it right (kafka-configs.sh --alter --entity-type topics --entity-name %s"
                                    + " --add-config cleanup.policy=compact), or name another topic with schemas.topic"
                                    + " (SCHEMAS_TOPIC)")
                            .formatted(name, policy, name));
        }
    }

    private String cleanupPolicy() {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = Objects.requireNonNull(
                get(admin.describeConfigs(List.of(resource)).all(), "describe the topic's configuration")
                        .get(resource));
        return config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    }

    private <T> T get(KafkaFuture<T> result, String what) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException("Interrupted while trying to %s %s".formatted(what, name), e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String hint = cause instanceof TimeoutException
                    ? ". Is there a broker at kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS)?"
                    : "";
            throw new SchemaRegistryException(
                    "Kafka could not %s of schemas, %s: %s%s".formatted(what, name, cause.getMessage(), hint), cause);
        }
    }
}
