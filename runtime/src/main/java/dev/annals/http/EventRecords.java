package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.feed.FeedEvent;
import dev.annals.feed.FeedSource;
import dev.annals.json.Json;
import dev.annals.serde.MessageSerde;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Shows the records of an events topic: an event's {@code _type} and fields, then {@code _key}, {@code _version} where it has one,
 * {@code _id} and {@code _time}.
 */
final class EventRecords<K, E> implements FeedSource.RecordWriter {

    private final KeyCodec<K> keys;
    private final MessageSerde<E> events;
    private final Json.ValueWriter<E> fields;

    EventRecords(AggregateRuntime<K, ?, E, ?> aggregate, Json.ValueWriter<E> fields) {
        this.keys = aggregate.aggregate().keys();
        this.events = aggregate.serdes().events();
        this.fields = fields;
    }

    @Override
    public FeedEvent write(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("The record has no key, or no value");
        }
        E event = events.read(record.value());
        K key = keys.fromBytes(record.key());
        // Records are called in JSON what they are called in Java.
        String type = event.getClass().getSimpleName();
        return new FeedEvent(type, Json.write(out -> write(out, key, event, record)));
    }

    private void write(JsonGenerator out, K key, E event, ConsumerRecord<byte[], byte[]> record) throws IOException {
        out.writeStartObject();
        fields.write(out, event);
        KeyJson.write(out, keys, key);
        String version = MessageHeaders.text(record.headers(), MessageHeaders.SEQUENCE);
        if (version != null) {
            out.writeNumberField("_version", Long.parseLong(version));
        }
        writeText(out, "_id", MessageHeaders.text(record.headers(), MessageHeaders.ID));
        writeText(out, "_time", MessageHeaders.text(record.headers(), MessageHeaders.TIME));
        out.writeEndObject();
    }

    private static void writeText(JsonGenerator out, String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }
}
