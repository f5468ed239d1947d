package dev.annals.processor.generate.asyncapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.generate.jsonschema.KeySchemas;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.RecordType;
import java.util.function.Consumer;

/**
 * A message of a topic.
 *
 * @param id what it is called in its channel
 */
record ChannelMessage(String id, ObjectNode build) {

    static final String AVRO = "application/avro";

    /** A record of the domain. */
    static ChannelMessage of(SchemaVersion schema, KeyType key, ObjectNode headers) {
        RecordType record = schema.message();
        return message(record.name().simpleName(), schema.schema().getFullName(), key, headers, message -> {
            if (!record.heading().doc().isEmpty()) {
                message.put("summary", record.heading().doc());
            }
            message.put("contentType", AVRO);
            message.set("payload", AvroPayload.of(schema));
            message.put("x-annals-fingerprint", "%016x".formatted(schema.fingerprint()));
        });
    }

    /** What a compacted topic holds where a key's value is gone. */
    static ChannelMessage tombstone(KeyType key, ObjectNode headers) {
        return message(
                "tombstone",
                "tombstone",
                key,
                headers,
                message -> message.put("summary", "There is no value any more")
                        .set("payload", object().put("type", "null")));
    }

    /** A command as it came, which could not be processed. */
    static ChannelMessage deadLetter(KeyType key, ObjectNode headers) {
        return message(
                "deadLetter",
                "deadLetter",
                key,
                headers,
                message -> message.put("summary", "The command's record as it came")
                        .put("contentType", "application/octet-stream")
                        .set(
                                "payload",
                                object().put("description", "The bytes of the command's value, if there are any")));
    }

    private static ChannelMessage message(
            String id, String name, KeyType key, ObjectNode headers, Consumer<ObjectNode> content) {
        ObjectNode message = object().put("name", name).put("title", id);
        content.accept(message);
        message.set("headers", headers);
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", KeySchemas.ofRecords(key));
        kafka.put("bindingVersion", "0.5.0");
        return new ChannelMessage(id, message);
    }
}
