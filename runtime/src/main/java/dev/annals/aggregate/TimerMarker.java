package dev.annals.aggregate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entities' deadlines have timers: in the store of timers, below all of them. Its value is the length of the names in 4
 * bytes, big endian; the names of the deadlines, separated by spaces; and, while timers are being made of all entities, the key of the
 * last entity that has got its own.
 *
 * @param names of the deadlines that have timers, in order
 * @param upTo the last entity that has them; null where all have
 */
record TimerMarker(List<String> names, @Nullable Bytes upTo) {

    /** Its key: below those of all timers. */
    static final Bytes KEY = Bytes.wrap(new byte[1]);

    TimerMarker {
        names = List.copyOf(names);
    }

    byte[] toBytes() {
        byte[] text = String.join(" ", names).getBytes(StandardCharsets.UTF_8);
        byte[] last = upTo == null ? new byte[0] : upTo.get();
        return ByteBuffer.allocate(Integer.BYTES + text.length + last.length)
                .putInt(text.length)
                .put(text)
                .put(last)
                .array();
    }

    static TimerMarker of(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        String names = new String(text, StandardCharsets.UTF_8);
        return new TimerMarker(
                names.isEmpty() ? List.of() : List.of(names.split(" ", -1)),
                bytes.hasRemaining() ? Bytes.wrap(Arrays.copyOfRange(value, bytes.position(), value.length)) : null);
    }
}
