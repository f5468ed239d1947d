package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.Entity;
import dev.annals.aggregate.KeyCodec;
import dev.annals.json.Json;
import java.io.IOException;

/** An entity as a JSON object: {@code _key}, {@code _version}, then the snapshot's fields. */
final class EntityJson<K, S> {

    private final KeyCodec<K> keys;
    private final Json.ValueWriter<S> fields;

    EntityJson(KeyCodec<K> keys, Json.ValueWriter<S> fields) {
        this.keys = keys;
        this.fields = fields;
    }

    void write(JsonGenerator out, Entity<K, S> entity) throws IOException {
        out.writeStartObject();
        KeyJson.write(out, keys, entity.key());
        out.writeNumberField("_version", entity.version());
        fields.write(out, entity.snapshot());
        out.writeEndObject();
    }
}
