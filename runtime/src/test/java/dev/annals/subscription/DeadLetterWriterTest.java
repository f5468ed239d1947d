package dev.annals.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Events that are set aside. */
class DeadLetterWriterTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void eventWithoutATimeIsSetAsideAsWell() throws Exception {
        ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>(
                "shop.orders.events",
                1,
                7,
                -1,
                TimestampType.CREATE_TIME,
                1,
                1,
                "a".getBytes(UTF_8),
                "b".getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());

        new DeadLetterWriter("shop.mailer.dead-letters", producer).write(event, new IllegalStateException("No"));

        assertThat(producer.history()).singleElement().satisfies(letter -> {
            assertThat(letter.timestamp()).isZero();
            assertThat(letter.value()).isEqualTo(event.value());
        });
    }
}
