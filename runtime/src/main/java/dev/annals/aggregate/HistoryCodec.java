package dev.annals.aggregate;

import dev.annals.serde.MessageSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the store of events by key. An entry's key is the length of the entity's key in 4 bytes, the entity's key, and
 * the event's sequence in 8 bytes; so the entries of one entity lie side by side in the order of their sequences, and never
 * among another's, whatever bytes keys have. Its value is a byte for the version of this format, three texts - the event's id, its
 * time and its causation id - each preceded by its length in 4 bytes, and the event's message as it is in the events topic.
 * Numbers are big endian. Safe for use by several threads.
 */
public final class HistoryCodec<E> {

    private static final byte FORMAT = 1;

    private final MessageSerde<E> events;

    public HistoryCodec(MessageSerde<E> events) {
        this.events = events;
    }

    /**
     * The entry of a record of the events topic; empty for one that changes no state, which history leaves out.
     *
     * @param key of the record
     * @param headers of the record
     * @param message the record's value
     */
    public static Optional<KeyValue<Bytes, byte[]>> entry(byte[] key, Headers headers, byte[] message) {
        String sequence = MessageHeaders.text(headers, MessageHeaders.SEQUENCE);
        return sequence == null
                ? Optional.empty()
                : Optional.of(KeyValue.pair(key(key, Long.parseLong(sequence)), value(headers, message)));
    }

    /** The key of the entry of an entity's event. */
    static Bytes key(byte[] key, long sequence) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + key.length + Long.BYTES)
                .putInt(key.length)
                .put(key)
                .putLong(sequence)
                .array());
    }

    /** The sequence in the key of an entry. */
    public static long sequence(byte[] entryKey) {
        return ByteBuffer.wrap(entryKey).getLong(entryKey.length - Long.BYTES);
    }

    /** The entity's key in the key of an entry. */
    public static byte[] entityKey(byte[] entryKey) {
        ByteBuffer in = ByteBuffer.wrap(entryKey);
        byte[] key = new byte[in.getInt()];
        in.get(key);
        return key;
    }

    /**
     * The event of an entry.
     *
     * @throws RuntimeException when its message cannot be read, as {@link MessageSerde#read} says
     */
    PastEvent<E> read(Bytes entryKey, byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException("An entry of format " + format + ", which only newer code knows");
        }
        String id = text(in);
        String time = text(in);
        String causationId = text(in);
        byte[] message = new byte[in.remaining()];
        in.get(message);
        return new PastEvent<>(sequence(entryKey.get()), id, time, causationId, events.read(message));
    }

    private static byte[] value(Headers headers, byte[] message) {
        byte[] id = header(headers, MessageHeaders.ID);
        byte[] time = header(headers, MessageHeaders.TIME);
        byte[] causationId = header(headers, MessageHeaders.CAUSATION_ID);
        int length = 1 + 3 * Integer.BYTES + id.length + time.length + causationId.length + message.length;
        ByteBuffer out = ByteBuffer.allocate(length).put(FORMAT);
        out.putInt(id.length).put(id);
        out.putInt(time.length).put(time);
        out.putInt(causationId.length).put(causationId);
        return out.put(message).array();
    }

    private static byte[] header(Headers headers, String name) {
        byte @Nullable [] value = MessageHeaders.value(headers, name);
        return value == null ? new byte[0] : value;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
