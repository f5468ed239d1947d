package dev.annals.streams;

import dev.annals.EventContext;
import dev.annals.aggregate.MessageHeaders;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** The context of an event, as the headers of its record say it. */
public record RecordContext<K>(K key, Headers headers, long timestamp) implements EventContext<K> {

    public RecordContext(Record<K, ?> record) {
        this(record.key(), record.headers(), record.timestamp());
    }

    @Override
    public String entity() {
        return header(MessageHeaders.SUBJECT, "");
    }

    @Override
    public String messageId() {
        return header(MessageHeaders.ID, "");
    }

    @Override
    public String correlationId() {
        return header(MessageHeaders.CORRELATION_ID, messageId());
    }

    @Override
    public String causationId() {
        return header(MessageHeaders.CAUSATION_ID, messageId());
    }

    @Override
    public Instant time() {
        return Instant.ofEpochMilli(timestamp);
    }

    @Override
    public long version() {
        return sequence(header(MessageHeaders.SEQUENCE, "0"));
    }

    /** To CloudEvents a sequence is a text: what is no number here is somebody else's. */
    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String header(String name, String otherwise) {
        return Objects.requireNonNullElse(MessageHeaders.text(headers, name), otherwise);
    }
}
