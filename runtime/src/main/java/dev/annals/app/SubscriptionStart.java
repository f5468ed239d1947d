package dev.annals.app;

import dev.annals.metrics.ServiceMetrics;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.subscription.Subscriber;
import dev.annals.subscription.SubscriptionRuntime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the subscribers of a service, each with a consumer group of its own. */
final class SubscriptionStart {

    private final Settings settings;
    private final KafkaSettings kafka;
    private final Producer<byte[], byte[]> producer;
    private final ServiceMetrics metrics;
    private final CompletableFuture<Void> failure;

    /**
     * The start of subscriptions.
     *
     * @param producer writes dead letters
     */
    SubscriptionStart(
            Settings settings,
            KafkaSettings kafka,
            Producer<byte[], byte[]> producer,
            ServiceMetrics metrics,
            CompletableFuture<Void> failure) {
        this.settings = settings;
        this.kafka = kafka;
        this.producer = producer;
        this.metrics = metrics;
        this.failure = failure;
    }

    /**
     * Sees to the topics of subscriptions, and to where they begin.
     *
     * @throws StartException when a topic that is read is not there, or offsets are lost
     */
    void ensureTopics(Admin admin, List<SubscriptionRuntime> subscriptions) {
        TopicCreator topics = new TopicCreator(admin, settings.topics());
        FirstOffsets offsets = new FirstOffsets(admin, settings.lostSubscriptions(), "subscriptions.lost.offsets");
        for (SubscriptionRuntime subscription : subscriptions) {
            topics.requireRead(subscription.name(), subscription.topics());
            // Before the topic of dead letters is made, which says that it has run.
            offsets.ensure(
                    subscription.name(),
                    subscription.topics(),
                    subscription.isFromNow(),
                    topics.exists(subscription.name().deadLettersTopic()));
            topics.ensureDeadLetters(subscription.name());
        }
    }

    /** A subscriber whose topics are there, which does not run yet. */
    Subscriber create(SubscriptionRuntime subscription) {
        String group = subscription.name().applicationId();
        Subscriber subscriber;
        try {
            subscriber = subscriber(subscription, group);
        } catch (SchemaRegistryException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    "The subscription %s cannot be made: %s".formatted(subscription.name(), e),
                    e);
        }
        metrics.showSubscription(subscription.name().toString(), subscriber::lag, subscriber::isPaused);
        return subscriber;
    }

    private Subscriber subscriber(SubscriptionRuntime subscription, String group) {
        return new Subscriber(
                subscription,
                settings.subscriptions(),
                () -> new KafkaConsumer<>(
                        kafka.subscriptionConsumer(
                                group, settings.subscriptions().maxInFlight()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                producer,
                metrics.subscription(subscription.name().toString()),
                failure);
    }
}
