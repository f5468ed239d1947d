package dev.annals.subscription;

import dev.annals.aggregate.DeadLetterHeaders;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;

/** Writes events that cannot be handled to the dead-letter topic, with the reason in their headers. Safe for use by several threads. */
public final class DeadLetterWriter {

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    /**
     * A writer.
     *
     * @param producer stays its owner's to close
     */
    public DeadLetterWriter(String topic, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** Writes an event, and returns when Kafka has confirmed it. */
    public void write(ConsumerRecord<byte[], byte[]> event, Throwable cause)
            throws ExecutionException, InterruptedException {
        boolean unreadable = cause instanceof UnreadableEventException;
        Headers headers = DeadLetterHeaders.of(
                event.headers(),
                event.topic(),
                event.partition(),
                event.offset(),
                unreadable ? "read" : "handle",
                unreadable && cause.getCause() != null ? cause.getCause() : cause);
        // Where neither its producer nor a broker gave it a time, it has a negative one, which cannot be written.
        long time = Math.max(0, event.timestamp());
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, time, event.key(), event.value(), headers);
        try {
            producer.send(DeadLetterHeaders.writable(letter)).get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            producer.send(DeadLetterHeaders.withoutContent(letter)).get();
        }
    }
}
