package dev.annals.serde;

import java.util.List;

/**
 * Turns the messages of one sealed hierarchy, or one snapshot record, into bytes and back. Implementations are generated,
 * and safe for use by several threads.
 *
 * <p>The bytes are an Avro single-object encoding: {@link SingleObject} header, then the record's fields.
 *
 * @param <T> the commands interface, the events interface or the snapshot
 */
public interface MessageSerde<T> {

    /** The message's bytes, header included. */
    byte[] write(T message);

    /**
     * The message that these bytes are of.
     *
     * @throws MalformedDataException when they are not those of a message known here
     */
    T read(byte[] bytes);

    /** The full Avro name of this message's schema, which is also its CloudEvents type. */
    String typeName(T message);

    /** The schemas of all messages that are written and read here. */
    List<MessageSchema> schemas();
}
