package dev.annals.serde;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import java.util.List;

/**
 * Turns messages into bytes and back: a header that names the schema in the registry, then the body. Safe for use by several
 * threads.
 *
 * @param <T> the commands interface, the events interface or the snapshot
 */
public final class MessageSerde<T> {

    private final MessageCodec<T> codec;
    private final Framing framing;
    private final long[] ids;
    private final byte[][] headers;

    /**
     * A serde whose schemas are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public MessageSerde(MessageCodec<T> codec, SchemaRegistry registry) {
        this.codec = codec;
        this.framing = registry.framing();
        List<Long> registered = registry.register(codec.schemas());
        this.ids = registered.stream().mapToLong(Long::longValue).toArray();
        this.headers = registered.stream().map(framing::header).toArray(byte[][]::new);
    }

    /** The message's bytes, header included. */
    public byte[] write(T message) {
        WriteBuffer buffer = WriteBuffer.ofThread();
        AvroWriter out = new AvroWriter(framing.headerLength(), buffer.take());
        try {
            int schema = codec.write(out, message);
            return out.toByteArray(headers[schema]);
        } finally {
            buffer.giveBack(out.buffer());
        }
    }

    /**
     * The message that these bytes are of.
     *
     * @throws MalformedDataException when they are not those of a message known here
     */
    public T read(byte[] bytes) {
        long id = framing.id(bytes);
        for (int schema = 0; schema < ids.length; schema++) {
            if (ids[schema] == id) {
                return codec.read(schema, new AvroReader(bytes, framing.headerLength()));
            }
        }
        throw new MalformedDataException(
                "The Avro schema with fingerprint %016x is not one of %s".formatted(id, codec.description()));
    }

    /** The full Avro name of this message's schema, which is also its CloudEvents type. */
    public String typeName(T message) {
        return codec.typeName(message);
    }

    /** The schemas that messages are written with. */
    public List<MessageSchema> schemas() {
        return codec.schemas();
    }
}
