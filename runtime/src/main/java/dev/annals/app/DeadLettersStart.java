package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.extension.ExtensionName;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.http.DeadLettersEndpoint;
import dev.annals.http.Door;
import dev.annals.http.LetterHandler;
import dev.annals.http.Routes;
import dev.annals.projection.ProjectionName;
import dev.annals.reaction.LetterAnswers;
import dev.annals.reaction.ReactionDefinition;
import dev.annals.subscription.RunningSubscription;
import dev.annals.subscription.Subscriber;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Places the routes of dead letters, of all that a service has. */
final class DeadLettersStart {

    private final Map<String, Object> consumerConfig;
    private final int partitions;
    private final Producer<byte[], byte[]> producer;
    private final int maxHops;

    /**
     * The routes.
     *
     * @param partitions of the topics of aggregates and extensions
     * @param maxHops how often event and command may lead to each other
     * @param producer writes commands that are sent again
     */
    DeadLettersStart(
            Map<String, Object> consumerConfig, int partitions, int maxHops, Producer<byte[], byte[]> producer) {
        this.consumerConfig = Map.copyOf(consumerConfig);
        this.partitions = partitions;
        this.producer = producer;
        this.maxHops = maxHops;
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
        if (!streams.extensions().isEmpty()) {
            service.extensions().forEach(extension -> add(routes, extension, door));
        }
        for (RunningSubscription subscription : subscriptions) {
            add(routes, subscription, door);
        }
    }

    private void add(Routes routes, RunningSubscription subscription, Door door) {
        ExtensionName name = subscription.name();
        if (subscription instanceof Subscriber subscriber) {
            LetterHandler handler = event -> subscriber.handleAgain(event) ? Optional.of(List.of()) : Optional.empty();
            DeadLettersEndpoint.addTo(routes, name.path(), letters(name), handler, door);
        } else {
            DeadLettersEndpoint.addTo(routes, name.path(), letters(name), door);
        }
    }

    private void add(Routes routes, ExtensionRuntime extension, Door door) {
        ExtensionName name = extension.name();
        if (extension.definition() instanceof ReactionDefinition reaction) {
            DeadLetterTopic letters = letters(name);
            LetterAnswers answers = new LetterAnswers(reaction, extension.serdes(), maxHops);
            DeadLettersEndpoint.addTo(
                    routes, name.path(), letters, new ReactionLetters(answers, letters, Clock.systemUTC()), door);
        } else {
            DeadLettersEndpoint.addTo(routes, name.path(), letters(name), door);
        }
    }

    private DeadLetterTopic letters(ExtensionName name) {
        return letters(name.deadLettersTopic(), "", partitions);
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
