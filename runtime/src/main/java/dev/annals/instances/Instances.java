package dev.annals.instances;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The instances of the service. Safe for use by several threads. */
@FunctionalInterface
public interface Instances {

    /** One process that other instances do not know of. */
    Instances NONE = List::of;

    /** All instances that have said where they are. */
    List<Instance> all();

    /** The one that processes a partition; empty while partitions move, and where it has not said where it is. */
    default Optional<Instance> owner(TopicPartition partition) {
        return all().stream()
                .filter(instance -> instance.active().contains(partition))
                .findFirst();
    }

    /** Those that follow the state of a partition. */
    default List<Instance> standbys(TopicPartition partition) {
        return all().stream()
                .filter(instance -> instance.standby().contains(partition))
                .toList();
    }
}
