package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.feed.FeedEvent;
import dev.annals.feed.FeedSource;
import dev.annals.json.Json;
import dev.annals.projection.ProjectionRuntime;
import java.io.IOException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Shows the records of a projection's snapshots topic: {@code _key}, {@code _version} and {@code _time}, then the record's fields;
 * of one that is gone, none.
 */
final class ChangeRecords<K, S> implements FeedSource.RecordWriter {

    private static final String CHANGED = "changed";
    private static final String DELETED = "deleted";

    private final ProjectionRuntime<K, S> projection;
    private final Json.ValueWriter<S> fields;

    ChangeRecords(ProjectionRuntime<K, S> projection, Json.ValueWriter<S> fields) {
        this.projection = projection;
        this.fields = fields;
    }

    @Override
    public FeedEvent write(ConsumerRecord<byte[], byte[]> record) {
        K key = projection.keys().fromBytes(Objects.requireNonNull(record.key(), "The record has no key"));
        S snapshot = record.value() == null ? null : projection.serde().read(record.value());
        return new FeedEvent(
                snapshot == null ? DELETED : CHANGED, Json.write(out -> write(out, key, snapshot, record)));
    }

    private void write(JsonGenerator out, K key, @Nullable S snapshot, ConsumerRecord<byte[], byte[]> record)
            throws IOException {
        out.writeStartObject();
        KeyJson.write(out, projection.keys(), key);
        String version = MessageHeaders.text(record.headers(), MessageHeaders.SEQUENCE);
        if (version != null) {
            out.writeNumberField("_version", Long.parseLong(version));
        }
        String time = MessageHeaders.text(record.headers(), MessageHeaders.TIME);
        if (time != null) {
            out.writeStringField("_time", time);
        }
        if (snapshot != null) {
            fields.write(out, snapshot);
        }
        out.writeEndObject();
    }
}
