package dev.annals.projection;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Two values in one: the length of the first in 4 bytes, big endian, and the first; then the second, after a byte that says
 * whether there is one.
 */
final class JoinedSerde {

    private JoinedSerde() {}

    static <L, R> Serde<Joined<L, R>> of(Serde<L> left, Serde<R> right) {
        return Serdes.serdeFrom(
                (topic, both) -> both == null
                        ? null
                        : write(
                                left.serializer().serialize(topic, both.left()),
                                both.right() == null ? null : right.serializer().serialize(topic, both.right())),
                (topic, bytes) -> bytes == null ? null : read(topic, ByteBuffer.wrap(bytes), left, right));
    }

    private static byte[] write(byte[] left, byte @Nullable [] right) {
        int length = Integer.BYTES + left.length + 1 + (right == null ? 0 : right.length);
        ByteBuffer bytes =
                ByteBuffer.allocate(length).putInt(left.length).put(left).put((byte) (right == null ? 0 : 1));
        return (right == null ? bytes : bytes.put(right)).array();
    }

    private static <L, R> Joined<L, R> read(String topic, ByteBuffer bytes, Serde<L> left, Serde<R> right) {
        byte[] first = new byte[bytes.getInt()];
        bytes.get(first);
        L one = left.deserializer().deserialize(topic, first);
        if (bytes.get() == 0) {
            return new Joined<>(one, null);
        }
        byte[] second = new byte[bytes.remaining()];
        bytes.get(second);
        return new Joined<>(one, right.deserializer().deserialize(topic, second));
    }
}
