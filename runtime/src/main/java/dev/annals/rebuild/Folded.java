package dev.annals.rebuild;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What was folded under one key.
 *
 * @param timestamp of the last event in it, in milliseconds since 1970
 * @param stored the value as the store holds it
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
public record Folded(long timestamp, byte[] stored) {

    byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES + stored.length)
                .putLong(timestamp)
                .put(stored)
                .array();
    }

    static Folded fromBytes(byte[] bytes) {
        return new Folded(ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    }
}
