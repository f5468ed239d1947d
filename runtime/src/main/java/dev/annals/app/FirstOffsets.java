package dev.annals.app;

import dev.annals.extension.ExtensionRuntime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Says where an application begins that must not do again what it has done: before it runs for the first time, as offsets of its
 * group, so that it does not depend on what else comes between. Where Kafka has lost the offsets of one that has run, somebody has to
 * say where it goes on.
 */
final class FirstOffsets {

    private final Admin admin;
    private final Settings.LostOffsets lost;

    FirstOffsets(Admin admin, Settings.LostOffsets lost) {
        this.admin = admin;
        this.lost = lost;
    }

    /**
     * Sees to it that the application has offsets.
     *
     * @param topics that it reads
     * @param hasRun whether it has run before
     * @throws StartException when it has run, and has none
     */
    void ensure(ExtensionRuntime extension, Collection<String> topics, boolean hasRun) {
        String group = extension.name().applicationId();
        boolean known = !AdminCalls.get(
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        "list the offsets of " + group)
                .isEmpty();
        if (known) {
            return;
        }
        if (hasRun && lost == Settings.LostOffsets.REFUSE) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    ("%s has run before, and Kafka no longer knows how far it came: it forgets that of groups that have no"
                                    + " member for long (offsets.retention.minutes). From the beginning it would give all its"
                                    + " commands again; from now on it would miss what came meanwhile. Say which:"
                                    + " reactions.lost.offsets=beginning or now (REACTIONS_LOST_OFFSETS)")
                            .formatted(extension.name()));
        }
        boolean now = hasRun ? lost == Settings.LostOffsets.NOW : extension.isFromNow();
        AdminCalls.get(
                admin.alterConsumerGroupOffsets(
                                group, offsets(topics, now ? OffsetSpec.latest() : OffsetSpec.earliest()))
                        .all(),
                "set the offsets of " + group);
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Collection<String> topics, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        AdminCalls.get(admin.describeTopics(topics).allTopicNames(), "describe topics " + topics)
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> wanted.put(new TopicPartition(name, partition.partition()), spec)));
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        // What is not committed yet is after now.
        AdminCalls.get(
                        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all(),
                        "list the ends of " + topics)
                .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset.offset())));
        return offsets;
    }
}
