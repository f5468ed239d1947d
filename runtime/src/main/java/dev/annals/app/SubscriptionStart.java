package dev.annals.app;

import dev.annals.metrics.ServiceMetrics;
import dev.annals.subscription.Subscriber;
import dev.annals.subscription.SubscriptionRuntime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the subscribers of a service, each with a consumer group of its own. */
final class SubscriptionStart {

    private final Settings settings;
    private final KafkaClients kafka;
    private final ServiceMetrics metrics;
    private final CompletableFuture<Void> failure;

    SubscriptionStart(Settings settings, KafkaClients kafka, ServiceMetrics metrics, CompletableFuture<Void> failure) {
        this.settings = settings;
        this.kafka = kafka;
        this.metrics = metrics;
        this.failure = failure;
    }

    /**
     * The subscribers, whose topics are seen to, and which do not run yet.
     *
     * @throws StartException when a topic that is read is not there, offsets are lost, or one cannot be made
     */
    List<Subscriber> create(List<SubscriptionRuntime> subscriptions, Parts parts) {
        try (Admin admin = Admin.create(kafka.settings().admin("annals-subscriptions"))) {
            ensureTopics(admin, subscriptions);
        }
        return subscriptions.stream()
                .map(subscription -> parts.add("the subscription " + subscription.name(), create(subscription)))
                .toList();
    }

    private void ensureTopics(Admin admin, List<SubscriptionRuntime> subscriptions) {
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

    private Subscriber create(SubscriptionRuntime subscription) {
        return MadeSubscriptions.make(
                "subscription",
                subscription.name(),
                metrics,
                () -> new Subscriber(
                        subscription,
                        settings.subscriptions(),
                        () -> new KafkaConsumer<>(
                                kafka.settings()
                                        .subscriptionConsumer(
                                                subscription.name().applicationId(),
                                                settings.subscriptions().fetchedAtOnce()),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer()),
                        kafka.producer(),
                        metrics.subscription(subscription.name().toString()),
                        failure));
    }
}
