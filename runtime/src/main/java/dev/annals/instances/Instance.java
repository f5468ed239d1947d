package dev.annals.instances;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * An instance of the service, as Kafka Streams' last rebalance left it.
 *
 * @param local whether it is this process
 * @param stores the names of the stores that it holds partitions of, standbys not among them
 * @param active the partitions of the commands topics that it processes
 * @param standby those whose state it follows
 */
public record Instance(
        Address address, boolean local, Set<String> stores, Set<TopicPartition> active, Set<TopicPartition> standby) {

    public Instance {
        stores = Set.copyOf(stores);
        active = Set.copyOf(active);
        standby = Set.copyOf(standby);
    }
}
