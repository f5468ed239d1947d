package dev.annals.aggregate;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The largest record that is handed to Kafka: one that the broker refuses would stop the stream thread, again and again,
 * and so is refused here, for the one command that leads to it.
 *
 * @param bytes of key, value and headers together
 */
public record RecordLimit(int bytes) {

    /** Below Kafka's own default of 1 MiB for a batch, with room for the batch's header and the changelog's version. */
    public static final RecordLimit DEFAULT = new RecordLimit(1_000_000);

    /** What a header takes beside its name and value, at the most. */
    private static final int HEADER_OVERHEAD = 10;

    /**
     * Lets a record pass.
     *
     * @param what it is of, for the message
     * @throws RecordTooLargeException when it is too large
     */
    public void require(Record<byte[], byte[]> record, String what) {
        require(size(record.key(), record.value(), record.headers()), what);
    }

    void require(ProducerRecord<byte[], byte[]> record, String what) {
        require(size(record.key(), record.value(), record.headers()), what);
    }

    boolean allows(ProducerRecord<byte[], byte[]> record) {
        return size(record.key(), record.value(), record.headers()) <= bytes;
    }

    boolean allows(Record<byte[], byte[]> record) {
        return size(record.key(), record.value(), record.headers()) <= bytes;
    }

    private void require(long size, String what) {
        if (size > bytes) {
            throw new RecordTooLargeException("The record of %s takes %,d bytes, and %,d is the most that is written"
                    .formatted(what, size, bytes));
        }
    }

    private static long size(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long size = length(key) + length(value);
        for (Header header : headers) {
            size += HEADER_OVERHEAD + (long) header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
