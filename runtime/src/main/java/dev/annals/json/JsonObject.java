package dev.annals.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.InvalidJsonException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object. */
public final class JsonObject {

    private final JsonNode node;
    private final String path;
    private final boolean lenient;

    JsonObject(JsonNode node, String path, boolean lenient) {
        this.node = node;
        this.path = path;
        this.lenient = lenient;
    }

    /** A field that must be there and not be null. */
    public <T> T required(String field, JsonValue.Reader<? extends T> reader) {
        JsonValue value = field(field);
        if (value == null) {
            throw missing(field);
        }
        return reader.read(value);
    }

    /** A field that may be absent or null. */
    public <T> @Nullable T nullable(String field, JsonValue.Reader<? extends T> reader) {
        JsonValue value = field(field);
        return value == null ? null : reader.read(value);
    }

    /** A field that may be absent or null. */
    public <T> Optional<T> optional(String field, JsonValue.Reader<? extends T> reader) {
        JsonValue value = field(field);
        return value == null ? Optional.empty() : Optional.of(reader.read(value));
    }

    /**
     * A field that may be absent, and has a value then; not one that may be null.
     *
     * @param value what it has, as JSON
     */
    public <T> T withDefault(String field, String value, JsonValue.Reader<? extends T> reader) {
        JsonNode found = node.get(field);
        return reader.read(
                found == null
                        ? Json.parse(value.getBytes(StandardCharsets.UTF_8))
                        : new JsonValue(found, name(field), lenient));
    }

    /** A field that must be there, and may be null. */
    JsonValue value(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw missing(field);
        }
        return new JsonValue(value, name(field), lenient);
    }

    private InvalidJsonException missing(String field) {
        String name = name(field);
        return new InvalidJsonException(Fault.MISSING_FIELD, name, "The field \"" + name + "\" is missing");
    }

    private @Nullable JsonValue field(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : new JsonValue(value, name(field), lenient);
    }

    private String name(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
