package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.extension.ExtensionName;
import dev.annals.http.DeadLettersEndpoint;
import dev.annals.http.Door;
import dev.annals.http.Routes;
import dev.annals.projection.ProjectionName;
import dev.annals.subscription.RunningSubscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Places the routes of dead letters, of all that a service has. */
final class DeadLettersStart {

    private final Map<String, Object> consumerConfig;
    private final int partitions;
    private final Producer<byte[], byte[]> producer;

    /**
     * The routes.
     *
     * @param partitions of the topics of aggregates and extensions
     * @param producer writes commands that are sent again
     */
    DeadLettersStart(Map<String, Object> consumerConfig, int partitions, Producer<byte[], byte[]> producer) {
        this.consumerConfig = Map.copyOf(consumerConfig);
        this.partitions = partitions;
        this.producer = producer;
    }

    void addTo(
            Routes routes,
            Service service,
            ServiceStreams streams,
            List<RunningSubscription> subscriptions,
            Door door) {
        for (AggregateRuntime<?, ?, ?, ?> aggregate : service.aggregates()) {
            DeadLettersEndpoint.addTo(
                    routes,
                    aggregate,
                    letters(
                            aggregate.name().deadLettersTopic(),
                            aggregate.name().commandsTopic(),
                            partitions),
                    door);
        }
        for (RunningProjection running : streams.served()) {
            ProjectionName name = running.projection().name();
            DeadLettersEndpoint.addTo(
                    routes, name.path(), letters(name.deadLettersTopic(), "", running.partitions()), door);
        }
        List<ExtensionName> others = Stream.concat(
                        streams.extensions().stream().map(RunningExtension::name),
                        subscriptions.stream().map(RunningSubscription::name))
                .toList();
        for (ExtensionName name : others) {
            DeadLettersEndpoint.addTo(routes, name.path(), letters(name.deadLettersTopic(), "", partitions), door);
        }
    }

    private DeadLetterTopic letters(String topic, String commandsTopic, int of) {
        return new DeadLetterTopic(
                topic,
                commandsTopic,
                of,
                () -> new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                producer);
    }
}
