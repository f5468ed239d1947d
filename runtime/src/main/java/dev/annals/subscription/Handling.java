package dev.annals.subscription;

import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads events and has them handled. Safe for use by several threads. */
final class Handling {

    private final OpenSubscription subscription;
    private final Map<String, Topic<?, ?>> topics;

    /**
     * Handles events.
     *
     * @throws SchemaRegistryException when the registry refuses a schema of theirs
     */
    Handling(OpenSubscription subscription, SchemaRegistry schemas) {
        this.subscription = subscription;
        this.topics = subscription.topics().stream()
                .<Topic<?, ?>>map(topic -> Topic.of(topic, schemas))
                .collect(Collectors.toMap(Topic::name, Function.identity()));
    }

    /**
     * Has an event handled.
     *
     * @throws UnreadableEventException when the record is none
     * @throws SchemaRegistryException when its schema cannot be asked for
     * @throws Exception that the subscription throws
     */
    void handle(ConsumerRecord<byte[], byte[]> record) throws Exception {
        Objects.requireNonNull(topics.get(record.topic()), record::topic).handle(record);
    }

    void caughtUp() throws Exception {
        subscription.caughtUp();
    }

    void close() throws Exception {
        subscription.close();
    }

    /** A topic with the reader of its events. */
    private record Topic<K, E>(SubscribedTopic<K, E> subscribed, EventReader<K, E> reader) {

        static <K, E> Topic<K, E> of(SubscribedTopic<K, E> subscribed, SchemaRegistry schemas) {
            return new Topic<>(subscribed, new EventReader<>(subscribed.channel(), schemas));
        }

        String name() {
            return subscribed.channel().eventsTopic();
        }

        void handle(ConsumerRecord<byte[], byte[]> record) throws Exception {
            Optional<EventReader.ReadEvent<K, E>> read = reader.read(record);
            if (read.isPresent()) {
                subscribed.handler().on(read.get().event(), read.get().context());
            }
        }
    }
}
