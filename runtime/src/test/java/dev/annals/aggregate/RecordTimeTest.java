package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordTimeTest {

    @Test
    void recordWithoutTimeDoesNotStopTheLine() {
        assertThat(timeOf(-1)).isZero();
        assertThat(timeOf(42)).isEqualTo(42);
    }

    private static long timeOf(long timestamp) {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                "topic",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
        return new RecordTime().extract(record, 7);
    }
}
