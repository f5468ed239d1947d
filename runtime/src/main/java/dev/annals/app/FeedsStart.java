package dev.annals.app;

import dev.annals.feed.FeedLimits;
import dev.annals.feed.Feeds;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the live feeds of a service. */
final class FeedsStart {

    private static final long PATIENCE_S = 10;

    private FeedsStart() {}

    static Feeds create(String service, KafkaSettings kafka, FeedLimits limits) {
        AtomicLong consumers = new AtomicLong();
        return new Feeds(
                limits,
                () -> new KafkaConsumer<>(
                        kafka.feedConsumer(service + "-feed-" + consumers.incrementAndGet()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                topic -> identity(topic, service, kafka));
    }

    /** The topic's id, which no other topic has, and that of the cluster. */
    private static String identity(String topic, String service, KafkaSettings kafka) {
        try (Admin admin = Admin.create(kafka.admin(service + "-feeds"))) {
            String cluster = admin.describeCluster().clusterId().get(PATIENCE_S, TimeUnit.SECONDS);
            String id = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(PATIENCE_S, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
            return cluster + '/' + id;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Topic " + topic + " cannot be described", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while topic " + topic + " was described", e);
        }
    }
}
