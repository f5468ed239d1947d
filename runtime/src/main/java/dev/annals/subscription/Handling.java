package dev.annals.subscription;

import dev.annals.avro.MalformedDataException;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.UnreadableMessageException;
import dev.annals.streams.RecordContext;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

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

    /** A topic with the serde of its events. */
    private record Topic<K, E>(SubscribedTopic<K, E> subscribed, MessageSerde<E> serde) {

        static <K, E> Topic<K, E> of(SubscribedTopic<K, E> subscribed, SchemaRegistry schemas) {
            return new Topic<>(
                    subscribed,
                    subscribed.channel().isPartial()
                            ? MessageSerde.reading(subscribed.channel().events(), schemas)
                            : new MessageSerde<>(subscribed.channel().events(), schemas));
        }

        String name() {
            return subscribed.channel().eventsTopic();
        }

        void handle(ConsumerRecord<byte[], byte[]> record) throws Exception {
            K key;
            E event;
            try {
                key = subscribed.channel().keys().fromBytes(require(record.key(), "key"));
                event = serde.read(require(record.value(), "value"));
            } catch (SchemaRegistryException e) {
                throw e;
            } catch (RuntimeException e) {
                if (subscribed.channel().isPartial()
                        && e instanceof UnreadableMessageException unreadable
                        && unreadable.isOfUnknownName()) {
                    return;
                }
                throw new UnreadableEventException(e);
            }
            subscribed.handler().on(event, new RecordContext<>(key, record.headers(), record.timestamp()));
        }

        private static byte[] require(byte @Nullable [] bytes, String what) {
            if (bytes == null) {
                throw new MalformedDataException("The record has no " + what);
            }
            return bytes;
        }
    }
}
