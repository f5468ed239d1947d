package dev.annals.serde;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.MessageSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the messages of one sealed hierarchy, or of one snapshot record, in Avro's encoding. Implementations are
 * generated, and safe for use by several threads.
 *
 * @param <T> the commands interface, the events interface or the snapshot
 */
public interface MessageCodec<T> {

    /** What these messages are called together, for messages about them: {@code the events of bank.accounts}. */
    String description();

    /** The schemas that messages are written with. */
    List<MessageSchema> schemas();

    /**
     * The schemas of earlier versions, whose messages are read as records of their own and brought up to date from
     * version to version. They stand behind {@link #schemas} where both are counted.
     */
    default List<MessageSchema> formerSchemas() {
        return List.of();
    }

    /**
     * Writes a message's body.
     *
     * @return the place of the schema that it was written with in {@link #schemas}
     */
    int write(AvroWriter out, T message);

    /**
     * Reads a message's body to its end.
     *
     * @param schema the place of its schema in {@link #schemas}, or behind them in {@link #formerSchemas}
     * @throws MalformedDataException when the body is not one of that schema
     */
    T read(int schema, AvroReader in);

    /** The full Avro name of this message's schema, which is also its CloudEvents type. */
    String typeName(T message);

    /**
     * A message whose schema has a name that is not known here.
     *
     * @param bytes the whole message, header included
     * @return null where the hierarchy has no leaf for what it does not know
     */
    default @Nullable T unknown(long fingerprint, String name, byte[] bytes) {
        return null;
    }

    /** The whole message that became an unknown one, and null of any other. */
    default byte @Nullable [] unknownBytes(T message) {
        return null;
    }
}
