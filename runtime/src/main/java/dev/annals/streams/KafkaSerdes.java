package dev.annals.streams;

import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.UnreadableMessageException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Keys and messages as Kafka Streams reads and writes them. */
public final class KafkaSerdes {

    private KafkaSerdes() {}

    /** The serde of keys. */
    public static <K> Serde<K> of(KeyCodec<K> keys) {
        return Serdes.serdeFrom(
                (topic, key) -> key == null ? null : keys.toBytes(key),
                (topic, bytes) -> bytes == null ? null : keys.fromBytes(bytes));
    }

    /** The serde of messages. */
    public static <T> Serde<T> of(MessageSerde<T> messages) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : messages.write(message),
                (topic, bytes) -> bytes == null ? null : messages.read(bytes));
    }

    /**
     * The serde of messages of which not all are known: of the others nothing, null, is read. What has no value is none of them, and cannot
     * be read: as nothing it would be passed over, too.
     */
    public static <T> Serde<T> ofKnown(MessageSerde<T> messages) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : messages.write(message),
                (topic, bytes) -> known(messages, bytes));
    }

    private static <T> @Nullable T known(MessageSerde<T> messages, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableMessageException("The record has no value");
        }
        return messages.readKnown(bytes);
    }
}
