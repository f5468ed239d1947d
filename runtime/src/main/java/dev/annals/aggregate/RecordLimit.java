package dev.annals.aggregate;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The largest record that is handed to Kafka: one that the broker refuses would stop the stream thread, again and again,
 * and so is refused here, for the one command that leads to it.
 *
 * @param bytes of key, value and headers together
 */
record RecordLimit(int bytes) {

    /** Below Kafka's own default of 1 MiB for a batch, with room for the batch's header and the changelog's version. */
    static final RecordLimit DEFAULT = new RecordLimit(1_000_000);

    /** What a header takes beside its name and value, at the most. */
    private static final int HEADER_OVERHEAD = 10;

    void require(Record<byte[], byte[]> record, String what) {
        long size = size(record);
        if (size > bytes) {
            throw new IllegalStateException("The record of %s takes %,d bytes, and %,d is the most that is written"
                    .formatted(what, size, bytes));
        }
    }

    private static long size(Record<byte[], byte[]> record) {
        long size = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += HEADER_OVERHEAD + (long) header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
