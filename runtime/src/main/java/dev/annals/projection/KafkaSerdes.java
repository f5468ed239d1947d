package dev.annals.projection;

import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Keys and messages as Kafka Streams reads and writes them. */
final class KafkaSerdes {

    private KafkaSerdes() {}

    static <K> Serde<K> of(KeyCodec<K> keys) {
        return Serdes.serdeFrom(
                (topic, key) -> key == null ? null : keys.toBytes(key),
                (topic, bytes) -> bytes == null ? null : keys.fromBytes(bytes));
    }

    static <T> Serde<Received<T>> received(MessageSerde<T> messages) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : message.bytes(),
                (topic, bytes) -> bytes == null ? null : new Received<>(messages.read(bytes), bytes));
    }

    static <T> Serde<T> of(MessageSerde<T> messages) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : messages.write(message),
                (topic, bytes) -> bytes == null ? null : messages.read(bytes));
    }
}
