package dev.annals.serde;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;
import dev.annals.evolution.Reading;
import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final ForeignSchemas foreign;

    /**
     * A serde whose schemas are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public MessageSerde(MessageCodec<T> codec, SchemaRegistry registry) {
        this(codec, registry, registry.register(codec.schemas()));
    }

    private MessageSerde(MessageCodec<T> codec, SchemaRegistry registry, List<Long> registered) {
        this.codec = codec;
        this.framing = registry.framing();
        this.ids = registered.stream().mapToLong(Long::longValue).toArray();
        this.foreign = new ForeignSchemas(codec, registry);
        this.headers = registered.stream().map(framing::header).toArray(byte[][]::new);
    }

    /** A serde that reads what others write, and writes nothing: its schemas are not registered. */
    public static <T> MessageSerde<T> reading(MessageCodec<T> codec, SchemaRegistry registry) {
        return new MessageSerde<>(codec, registry, List.of());
    }

    /** The message's bytes, header included; those of one that was not known are what they were. */
    public byte[] write(T message) {
        byte[] unknown = codec.unknownBytes(message);
        if (unknown != null) {
            return unknown;
        }
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
     * @throws MalformedDataException when the bytes are not those of their schema, or hold a value that this code does not
     *     have, such as a new constant of an enum
     * @throws UnreadableMessageException when this code does not know the message, or cannot read it with the schema that
     *     it was written with
     * @throws dev.annals.schema.UnknownSchemaException when the registry does not know that schema
     * @throws dev.annals.schema.SchemaRegistryException when the registry cannot be reached
     */
    public T read(byte[] bytes) {
        long id = framing.id(bytes);
        for (int schema = 0; schema < ids.length; schema++) {
            if (ids[schema] == id) {
                return codec.read(schema, new AvroReader(bytes, framing.headerLength()));
            }
        }
        return readForeign(id, foreign.reading(id), bytes);
    }

    /**
     * The message that these bytes are of; null where it has a name that this code does not have, which costs no exception: of a topic of somebody else's, most messages
     * may have.
     *
     * @throws RuntimeException as {@link #read}
     */
    public @Nullable T readKnown(byte[] bytes) {
        long id = framing.id(bytes);
        Reading reading = foreign.reading(id);
        return reading instanceof Reading.Unknown unknown
                ? codec.unknown(unknown.fingerprint(), unknown.name(), bytes)
                : readForeign(id, reading, bytes);
    }

    private T readForeign(long id, Reading reading, byte[] bytes) {
        if (reading instanceof Reading.Known known) {
            return codec.read(known.schema(), new AvroReader(bytes, framing.headerLength(), known.plan()));
        } else if (reading instanceof Reading.Unknown unknown) {
            return unknown(id, unknown, bytes);
        }
        Reading.Refused refused = (Reading.Refused) reading;
        throw new UnreadableMessageException(
                "%s cannot be read: %s".formatted(describe(id, refused.name()), refused.reason()));
    }

    private T unknown(long id, Reading.Unknown unknown, byte[] bytes) {
        T message = codec.unknown(unknown.fingerprint(), unknown.name(), bytes);
        if (message == null) {
            throw new UnreadableMessageException(
                    describe(id, unknown.name()) + " is not one of " + codec.description() + " that this code knows");
        }
        return message;
    }

    private String describe(long id, String name) {
        return framing == Framing.SINGLE_OBJECT
                ? "A message of %s (Avro schema with fingerprint %016x)".formatted(name, id)
                : "A message of %s (Avro schema with id %d)".formatted(name, id);
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
