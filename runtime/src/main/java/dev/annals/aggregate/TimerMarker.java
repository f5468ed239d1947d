package dev.annals.aggregate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entities' deadlines have timers: in the store of timers, below all of them. Its value is, each after its length in 4
 * bytes, big endian: the names of the deadlines, separated by spaces, and those that there were before; then, while timers are being
 * made of all entities, the key of the last entity that has got its own.
 *
 * @param names of the deadlines that have timers, in order
 * @param former names of those that had timers before, while timers are being made
 * @param upTo the last entity that has them; null where all have
 */
record TimerMarker(
        List<String> names, List<String> former, @Nullable Bytes upTo) {

    /** Its key: below those of all timers. */
    static final Bytes KEY = Bytes.wrap(new byte[1]);

    /** No timers at all. */
    static final TimerMarker NONE = new TimerMarker(List.of(), List.of(), null);

    TimerMarker {
        names = List.copyOf(names);
        former = List.copyOf(former);
    }

    byte[] toBytes() {
        byte[] one = bytes(names);
        byte[] other = bytes(former);
        byte[] last = upTo == null ? new byte[0] : upTo.get();
        return ByteBuffer.allocate(2 * Integer.BYTES + one.length + other.length + last.length)
                .putInt(one.length)
                .put(one)
                .putInt(other.length)
                .put(other)
                .put(last)
                .array();
    }

    static TimerMarker of(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        List<String> names = names(bytes);
        List<String> former = names(bytes);
        return new TimerMarker(
                names,
                former,
                bytes.hasRemaining() ? Bytes.wrap(Arrays.copyOfRange(value, bytes.position(), value.length)) : null);
    }

    private static byte[] bytes(List<String> names) {
        return String.join(" ", names).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(ByteBuffer bytes) {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        return text.length == 0 ? List.of() : List.of(new String(text, StandardCharsets.UTF_8).split(" ", -1));
    }
}
