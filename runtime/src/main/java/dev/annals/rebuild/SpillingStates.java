package dev.annals.rebuild;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Folded states, of which the last ones are held in memory, up to a limit, and written to disk together. */
final class SpillingStates implements FoldedStates {

    /** What an entry takes beside its key and its value, roughly. */
    private static final int ENTRY_BYTES = 120;

    private final DiskMap disk;
    private final long limit;
    private final Map<Bytes, Folded> recent = new HashMap<>();
    private long bytes;
    private boolean spilt;

    /**
     * States on this disk.
     *
     * @param limit the bytes that are held in memory
     */
    SpillingStates(DiskMap disk, long limit) {
        this.disk = disk;
        this.limit = limit;
    }

    @Override
    public @Nullable Folded get(Bytes key) {
        Folded state = recent.get(key);
        if (state != null || !spilt) {
            return state;
        }
        byte[] written = disk.get(key.get());
        return written == null ? null : Folded.fromBytes(written);
    }

    @Override
    public void put(Bytes key, Folded state) {
        Folded before = recent.put(key, state);
        bytes += state.stored().length;
        bytes += before == null ? ENTRY_BYTES + (long) key.get().length : -before.stored().length;
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
}
