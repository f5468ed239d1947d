package dev.annals.app;

import dev.annals.extension.ExtensionName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Says where those begin that must not do again what they have done: before they run for the first time, as offsets of their group, so
 * that it does not depend on what else comes between; and the same for topics that they have not read before. Where Kafka has lost the
 * offsets of one that has run, somebody has to say where it goes on.
 */
final class FirstOffsets {

    private final Admin admin;
    private final Settings.LostOffsets lost;
    private final String setting;

    /**
     * The first offsets.
     *
     * @param lost where those go on whose offsets Kafka has lost
     * @param setting the name of that setting
     */
    FirstOffsets(Admin admin, Settings.LostOffsets lost, String setting) {
        this.admin = admin;
        this.lost = lost;
        this.setting = setting;
    }

    /**
     * Sees to it that there are offsets for all that is read.
     *
     * @param topics that are read
     * @param fromNow whether it begins where they end
     * @param hasRun whether it has run before
     * @throws StartException when it has run, and has none at all; or when it runs elsewhere, without some of these topics
     */
    void ensure(ExtensionName name, Collection<String> topics, boolean fromNow, boolean hasRun) {
        String group = name.applicationId();
        Set<TopicPartition> known = AdminCalls.get(
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        "list the offsets of " + group)
                .keySet();
        boolean isLost = known.isEmpty() && hasRun;
        if (isLost && lost == Settings.LostOffsets.REFUSE) {
            throw new StartException(ExitCode.CANNOT_START, refusal(name));
        }
        // New partitions of a topic that it knows hold what it has not read: without offsets they are read from the
        // beginning.
        Set<String> knownTopics = known.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        Set<TopicPartition> unknown = partitions(topics);
        unknown.removeIf(partition -> knownTopics.contains(partition.topic()));
        if (!unknown.isEmpty()) {
            boolean now = isLost ? lost == Settings.LostOffsets.NOW : fromNow;
            set(group, offsets(unknown, now ? OffsetSpec.latest() : OffsetSpec.earliest()));
        }
    }

    private String refusal(ExtensionName name) {
        return ("%s has run before (there is %s), and Kafka no longer knows how far it came: it forgets that of groups that have no"
                        + " member for long (offsets.retention.minutes). From the beginning it would do again all that it has done;"
                        + " from now on it would miss what came meanwhile. Say which: %s=beginning or now (%s)")
                .formatted(
                        name,
                        name.deadLettersTopic(),
                        setting,
                        setting.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    private void set(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        AdminCalls.get(
                admin.alterConsumerGroupOffsets(group, offsets).all(),
                "set the offsets of %s in %s, where it has not read before (which takes that no other instance runs it)"
                        .formatted(group, offsets.keySet()));
    }

    private Set<TopicPartition> partitions(Collection<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        AdminCalls.get(admin.describeTopics(topics).allTopicNames(), "describe topics " + topics)
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        return partitions;
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Set<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        // What is not committed yet is after now.
        AdminCalls.get(
                        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all(),
                        "list the ends of " + partitions)
                .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset.offset())));
        return offsets;
    }
}
