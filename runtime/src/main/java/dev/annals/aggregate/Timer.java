package dev.annals.aggregate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * A deadline of an entity, as a key in the store of timers: the time in 8 bytes, big endian, its sign inverted so that keys are in the
 * order of time; the length of the deadline's name in a byte; the name in UTF-8; the entity's key.
 *
 * @param millis when it is due, in milliseconds since 1970
 * @param name of the deadline
 * @param entity the entity's key
 */
record Timer(long millis, String name, Bytes entity) {

    /** Below all keys. */
    static final Bytes FIRST = Bytes.wrap(new byte[Long.BYTES]);

    private static final int MAX_NAME = 0xff;

    Bytes key() {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_NAME) {
            throw new IllegalStateException("The name of a deadline is too long: " + name);
        }
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + 1 + text.length + entity.get().length)
                .putLong(millis ^ Long.MIN_VALUE)
                .put((byte) text.length)
                .put(text)
                .put(entity.get())
                .array());
    }

    static Timer of(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        long millis = bytes.getLong() ^ Long.MIN_VALUE;
        byte[] name = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(name);
        return new Timer(
                millis,
                new String(name, StandardCharsets.UTF_8),
                Bytes.wrap(Arrays.copyOfRange(key.get(), bytes.position(), key.get().length)));
    }

    /** Above all keys of timers that are due by now, and below all others. */
    static Bytes until(long now) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES)
                .putLong((now == Long.MAX_VALUE ? now : now + 1) ^ Long.MIN_VALUE)
                .array());
    }

    /**
     * The timer that a command says it comes from.
     *
     * @throws IllegalArgumentException when it says nothing of the kind
     */
    static Timer ofText(String text, Bytes entity) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("No deadline: " + text);
        }
        return new Timer(Long.parseLong(text.substring(0, space)), text.substring(space + 1), entity);
    }

    /** What a command says of the timer that it comes from. */
    String toText() {
        return millis + " " + name;
    }
}
