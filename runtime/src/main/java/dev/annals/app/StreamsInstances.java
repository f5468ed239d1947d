package dev.annals.app;

import dev.annals.instances.Address;
import dev.annals.instances.Instance;
import dev.annals.instances.Instances;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The instances that Kafka Streams knows of, by the {@code application.server} of each. */
final class StreamsInstances implements Instances {

    private final KafkaStreams streams;
    private final Address self;

    StreamsInstances(KafkaStreams streams, Address self) {
        this.streams = streams;
        this.self = self;
    }

    @Override
    public List<Instance> all() {
        return metadata().stream().map(this::instance).toList();
    }

    @Override
    public Optional<Instance> owner(TopicPartition partition) {
        return metadata().stream()
                .filter(client -> client.topicPartitions().contains(partition))
                .findFirst()
                .map(this::instance);
    }

    private List<StreamsMetadata> metadata() {
        Collection<StreamsMetadata> clients;
        try {
            clients = streams.metadataForAllStreamsClients();
        } catch (IllegalStateException | InvalidStateStoreException e) {
            // Not started yet, or stopping.
            return List.of();
        }
        return clients.stream().filter(client -> client.port() > 0).toList();
    }

    private Instance instance(StreamsMetadata client) {
        Address address = new Address(client.host(), client.port());
        return new Instance(
                address,
                address.equals(self),
                client.stateStoreNames(),
                client.topicPartitions(),
                client.standbyTopicPartitions());
    }
}
