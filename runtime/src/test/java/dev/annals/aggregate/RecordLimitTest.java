package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordLimitTest {

    private static final RecordLimit LIMIT = new RecordLimit(100);

    @Test
    void recordOfAsManyBytesPasses() {
        assertThatCode(() -> LIMIT.require(record(new byte[100]), "it")).doesNotThrowAnyException();
        assertThatCode(() -> LIMIT.require(record(null), "it")).doesNotThrowAnyException();
    }

    @Test
    void largerRecordIsRefused() {
        assertThatExceptionOfType(RecordTooLargeException.class)
                .isThrownBy(() -> LIMIT.require(record(new byte[101]), "Deposited"))
                .withMessage("The record of Deposited takes 101 bytes, and 100 is the most that is written");
    }

    @Test
    void keyAndHeadersCount() {
        Record<byte[], byte[]> record = record(new byte[80]);
        record.headers().add("name", new byte[7]);

        assertThatExceptionOfType(RecordTooLargeException.class)
                .isThrownBy(() -> LIMIT.require(record, "it"))
                .withMessageContaining("takes 101 bytes");
    }

    private static Record<byte[], byte[]> record(byte @Nullable [] value) {
        return new Record<>(new byte[0], value, 0, new RecordHeaders());
    }
}
