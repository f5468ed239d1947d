package dev.annals.rebuild;

import dev.annals.aggregate.MessageHeaders;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is there of an entity in the topic of snapshots.
 *
 * @param sequence its version, and -1 where the record does not say
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
record PublishedRecord(long sequence, byte[] value) {

    static PublishedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new PublishedRecord(
                sequence(MessageHeaders.text(record.headers(), MessageHeaders.SEQUENCE)), record.value());
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(sequence)
                .put(value)
                .array();
    }

    static PublishedRecord fromBytes(byte[] bytes) {
        return new PublishedRecord(
                ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    }

    private static long sequence(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
