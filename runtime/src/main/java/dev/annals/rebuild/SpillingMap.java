package dev.annals.rebuild;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A map on disk, whose last changes are held in memory, up to a limit, and written together. Used by one thread. */
final class SpillingMap {

    /** What an entry takes beside its key and its value, roughly. */
    private static final int ENTRY_BYTES = 120;

    private final DiskMap disk;
    private final long limit;
    private final Map<Bytes, byte @Nullable []> recent = new HashMap<>();
    private long bytes;
    private boolean spilt;

    /**
     * A map on this disk, where there is nothing yet.
     *
     * @param limit the bytes that are held in memory
     */
    SpillingMap(DiskMap disk, long limit) {
        this.disk = disk;
        this.limit = limit;
    }

    byte @Nullable [] get(Bytes key) {
        byte[] value = recent.get(key);
        return value != null || !spilt || recent.containsKey(key) ? value : disk.get(key.get());
    }

    /** Puts a value under a key, and removes what is there where the value is null. */
    void put(Bytes key, byte @Nullable [] value) {
        boolean known = recent.containsKey(key);
        byte[] before = recent.put(key, value);
        bytes += length(value) - length(before) + (known ? 0 : ENTRY_BYTES + key.get().length);
        if (bytes > limit) {
            spill();
        }
    }

    /** Writes all that is in memory to disk. */
    void spill() {
        disk.putAll(recent);
        recent.clear();
        bytes = 0;
        spilt = true;
    }

    private static long length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }
}
