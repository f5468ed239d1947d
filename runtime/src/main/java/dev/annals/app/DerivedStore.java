package dev.annals.app;

import dev.annals.rebuild.RebuildException;
import dev.annals.rebuild.Rebuildable.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Has a store made again from another one at the next start: every instance's catches up with its changelog. */
record DerivedStore(KafkaSettings kafka) {

    private static final String CLIENT = "annals-rebuild-derived";

    /**
     * Removes the store's marker from its changelog, where there is one.
     *
     * @throws RebuildException when Kafka does not confirm it
     */
    void forget(Derived derived) {
        int partitions = partitions(derived.changelog());
        Map<String, Object> config = kafka.schemaProducer(CLIENT);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                sent.add(producer.send(new ProducerRecord<>(derived.changelog(), partition, derived.marker(), null)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildException("Interrupted while writing to " + derived.changelog(), e);
        } catch (ExecutionException e) {
            throw new RebuildException("Kafka did not take what is written to " + derived.changelog(), e);
        }
    }

    private int partitions(String topic) {
        try (Admin admin = Admin.create(kafka.admin(CLIENT))) {
            Set<String> topics = AdminCalls.get(admin.listTopics().names(), "list the topics");
            return topics.contains(topic)
                    ? AdminCalls.get(admin.describeTopics(List.of(topic)).allTopicNames(), "describe topic " + topic)
                            .values()
                            .stream()
                            .mapToInt(description -> description.partitions().size())
                            .sum()
                    : 0;
        }
    }
}
