package dev.annals.schema.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it stands in the topic: the fingerprint as 8 bytes, big endian, and the JSON in UTF-8.
 *
 * @param name the schema's full name
 */
record SchemaRecord(long fingerprint, String name, String json) {

    static byte[] key(long fingerprint) {
        return ByteBuffer.allocate(Long.BYTES).putLong(fingerprint).array();
    }

    static byte[] value(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record, whoever wrote it.
     *
     * @throws IllegalArgumentException when it is no schema, or not that of its key; the message says why
     */
    static SchemaRecord of(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            throw new IllegalArgumentException("it has no key");
        }
        if (key.length != Long.BYTES) {
            throw new IllegalArgumentException("its key has %d bytes and not 8".formatted(key.length));
        }
        if (value == null) {
            throw new IllegalArgumentException("it has no value");
        }
        long fingerprint = ByteBuffer.wrap(key).getLong();
        String json = text(value);
        Schema schema = parse(json);
        long found = SchemaNormalization.parsingFingerprint64(schema);
        if (found != fingerprint) {
            throw new IllegalArgumentException("its key is %016x, and the fingerprint of its schema, %s, is %016x"
                    .formatted(fingerprint, schema.getFullName(), found));
        }
        return new SchemaRecord(fingerprint, schema.getFullName(), json);
    }

    private static String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its value is not UTF-8", e);
        }
    }

    private static Schema parse(String json) {
        try {
            return new Schema.Parser().setValidateDefaults(false).parse(json);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("its value is not an Avro schema: " + e.getMessage(), e);
        }
    }
}
