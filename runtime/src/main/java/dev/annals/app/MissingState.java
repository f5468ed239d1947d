package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.MessageHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores that are empty though their aggregate has events: somebody has deleted the changelog, and commands would be decided as
 * if there were no entities. Used by one thread.
 */
final class MissingState {

    private static final Logger LOG = LoggerFactory.getLogger(MissingState.class);

    private static final Duration POLL = Duration.ofMillis(200);

    private final ServiceTopics topics;
    private final TopicOffsets offsets;
    private final Map<String, Object> consumerConfig;

    MissingState(ServiceTopics topics, TopicOffsets offsets, Map<String, Object> consumerConfig) {
        this.topics = topics;
        this.offsets = offsets;
        this.consumerConfig = consumerConfig;
    }

    /**
     * Refuses a start without state that should be there.
     *
     * @param ignore whether it is only said
     */
    void check(List<AggregateName> aggregates, boolean ignore) {
        for (AggregateName name : aggregates) {
            Set<Integer> missing = missing(name);
            if (!missing.isEmpty()) {
                String message = message(name, missing);
                if (!ignore) {
                    throw new StartException(ExitCode.CANNOT_START, message);
                }
                LOG.warn("{}", message);
            }
        }
    }

    private Set<Integer> missing(AggregateName name) {
        if (!topics.has(name.eventsTopic())) {
            return Set.of();
        }
        // Events first: what another instance writes meanwhile comes to both in one transaction.
        Map<Integer, TopicOffsets.Range> events = offsets.of(name.eventsTopic());
        String changelog = ServiceTopics.changelog(name.service(), name.store());
        Map<Integer, TopicOffsets.Range> stored = topics.has(changelog) ? offsets.of(changelog) : Map.of();
        Set<Integer> missing = new TreeSet<>();
        events.forEach((partition, range) -> {
            if (!range.isEmpty()
                    && stored.getOrDefault(partition, TopicOffsets.Range.NONE).isEmpty()
                    && changesState(new TopicPartition(name.eventsTopic(), partition), range)) {
                missing.add(partition);
            }
        });
        return missing;
    }

    /** Whether there is an event that left a state behind: failures leave none, and there may be nothing else. */
    private boolean changesState(TopicPartition partition, TopicOffsets.Range range) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, range.start());
            while (consumer.position(partition) < range.end()) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                    if (event.headers().lastHeader(MessageHeaders.SEQUENCE) != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private String message(AggregateName name, Set<Integer> partitions) {
        String changelog = ServiceTopics.changelog(name.service(), name.store());
        return ("Topic %s has events in partitions %s, and the changelog of their store, %s, is %s: commands would be decided as if"
                        + " there were no entities. Build it again from the events: give the service the argument rebuild %s."
                        + " (state.missing=ignore, STATE_MISSING=ignore, starts all the same)")
                .formatted(
                        name.eventsTopic(),
                        partitions,
                        changelog,
                        topics.has(changelog) ? "empty there" : "not there",
                        name.store());
    }
}
