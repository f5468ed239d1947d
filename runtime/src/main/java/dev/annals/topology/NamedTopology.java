package dev.annals.topology;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * A topology of a service, which may have several: a Kafka Streams application runs each.
 *
 * @param name of the application
 */
public record NamedTopology(String name, TopologyDescription description) {

    public static NamedTopology of(String name, Topology topology) {
        return new NamedTopology(name, topology.describe());
    }

    /** All of them as Kafka Streams itself describes them, one after another. */
    public static String text(List<NamedTopology> topologies) {
        return topologies.stream()
                .map(topology ->
                        topology.name + "\n\n" + topology.description.toString().strip() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
