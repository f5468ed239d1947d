package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.PastEvent;
import dev.annals.json.Json;
import java.io.IOException;

/** An event of a history as a JSON object: its {@code _type} and fields, then {@code _version}, {@code _id} and {@code _time}. */
final class EventJson<E> {

    private final Json.ValueWriter<E> fields;

    /**
     * Writes events.
     *
     * @param fields writes an event's type and fields, without the braces
     */
    EventJson(Json.ValueWriter<E> fields) {
        this.fields = fields;
    }

    void write(JsonGenerator out, PastEvent<E> past) throws IOException {
        out.writeStartObject();
        fields.write(out, past.event());
        out.writeNumberField("_version", past.version());
        out.writeStringField("_id", past.id());
        out.writeStringField("_time", past.time());
        out.writeEndObject();
    }
}
