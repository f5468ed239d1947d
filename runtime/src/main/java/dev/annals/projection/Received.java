package dev.annals.projection;

import dev.annals.serde.MessageSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot in a table, with the bytes that it came as. Kafka Streams remembers the left side of a join by a foreign key as a
 * hash of what its serde writes; it must stay the same when code with another schema reads it, or writes the components of a set
 * in another order.
 *
 * @param bytes are not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Received<T>(T value, byte[] bytes) {

    /** Its value, or null where there is none. */
    public static <T> @Nullable T valueOf(@Nullable Received<T> received) {
        return received == null ? null : received.value;
    }

    /** The serde of what these messages are received as. */
    static <T> Serde<Received<T>> serde(MessageSerde<T> messages) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : message.bytes(),
                (topic, bytes) -> bytes == null ? null : new Received<>(messages.read(bytes), bytes));
    }
}
