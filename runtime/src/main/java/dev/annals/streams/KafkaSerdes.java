package dev.annals.streams;

import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

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
}
