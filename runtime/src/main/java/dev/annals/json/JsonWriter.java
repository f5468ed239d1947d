package dev.annals.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes values of types that {@link JsonGenerator} has no method for. */
public final class JsonWriter {

    private JsonWriter() {}

    /** Anything whose text is its JSON string: a UUID, a time, an enum constant. */
    public static void writeText(JsonGenerator out, Object value) throws IOException {
        out.writeString(value.toString());
    }

    /** An enum constant by its name. */
    public static void writeEnum(JsonGenerator out, Enum<?> value) throws IOException {
        out.writeString(value.name());
    }

    public static <T> void writeNullable(JsonGenerator out, @Nullable T value, Json.ValueWriter<? super T> writer)
            throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            writer.write(out, value);
        }
    }

    public static <T> void writeOptional(JsonGenerator out, Optional<T> value, Json.ValueWriter<? super T> writer)
            throws IOException {
        writeNullable(out, value.orElse(null), writer);
    }

    public static <T> void writeList(JsonGenerator out, Collection<T> values, Json.ValueWriter<? super T> writer)
            throws IOException {
        out.writeStartArray();
        for (T value : values) {
            writer.write(out, value);
        }
        out.writeEndArray();
    }

    public static <T> void writeMap(JsonGenerator out, Map<String, T> values, Json.ValueWriter<? super T> writer)
            throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            out.writeFieldName(entry.getKey());
            writer.write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    /** A map whose keys are no strings: an array of objects of a "key" and a "value" each. */
    public static <K, V> void writeEntries(
            JsonGenerator out,
            Map<K, V> values,
            Json.ValueWriter<? super K> keyWriter,
            Json.ValueWriter<? super V> writer)
            throws IOException {
        out.writeStartArray();
        for (Map.Entry<K, V> entry : values.entrySet()) {
            out.writeStartObject();
            out.writeFieldName("key");
            keyWriter.write(out, entry.getKey());
            out.writeFieldName("value");
            writer.write(out, entry.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
