package dev.annals.processor.generate.jsonschema;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.ScalarKind;

/** The schemas of keys. */
public final class KeySchemas {

    private KeySchemas() {}

    /** A key as it stands in JSON, and in paths. */
    public static ObjectNode of(KeyType key) {
        if (key instanceof KeyType.Wrapper wrapper) {
            return of(wrapper.component());
        } else if (key instanceof KeyType.EnumKey constant) {
            return object().put("type", "string")
                    .put("description", "A constant of " + constant.name().simpleName());
        }
        return ScalarJsonSchemas.of(ScalarKind.valueOf(((KeyType.Simple) key).codec()));
    }

    /** A key as it stands in Kafka's records. */
    public static ObjectNode ofRecords(KeyType key) {
        ObjectNode schema = of(key);
        return schema.put("description", encoding(schema.path("format").asText()));
    }

    private static String encoding(String format) {
        return switch (format) {
            case "int32" -> "4 bytes, big endian, as Kafka's IntegerSerializer writes them";
            case "int64" -> "8 bytes, big endian, as Kafka's LongSerializer writes them";
            default -> "UTF-8, as Kafka's StringSerializer writes it";
        };
    }
}
