package dev.annals.aggregate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What readers may see of one partition's store.
 *
 * <p>A Kafka Streams store shows its uncommitted writes. So before the first write to a key in a transaction, the value it
 * had is put here, and readers get that until the transaction has committed. The order of steps makes this safe without
 * a lock: the writer remembers, then writes; the reader reads the store, then looks here. A reader that finds nothing
 * here holds a value that was committed when it looked.
 *
 * <p>Written by the partition's stream thread, read by any.
 */
final class CommittedView {

    private static final byte[] ABSENT = new byte[0];

    private final Map<Bytes, byte[]> committed = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    /** To be called before a write to the store, with the value that the store holds. */
    void remember(Bytes key, byte @Nullable [] value) {
        committed.putIfAbsent(key, value == null ? ABSENT : value);
    }

    /** The transaction has committed: the store's values are what readers may see. */
    void forgetAll() {
        if (!committed.isEmpty()) {
            committed.clear();
        }
    }

    /** The partition leaves this task, perhaps with uncommitted writes in its store: nothing more is to be read here. */
    void close() {
        open = false;
    }

    byte @Nullable [] get(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes key) {
        byte[] value = store.get(key);
        byte[] remembered = committed.get(key);
        requireOpen();
        return remembered == null ? value : present(remembered);
    }

    /** Whether what was read is what had been committed; to be asked after reading. */
    void requireOpen() {
        if (!open) {
            throw new NotReadyException("The partition is moving to another owner");
        }
    }

    /** The value to show for one that a scan has found in the store. (The engine removes no key from a store.) */
    byte @Nullable [] visible(Bytes key, byte[] found) {
        byte[] remembered = committed.get(key);
        return remembered == null ? found : present(remembered);
    }

    private static byte @Nullable [] present(byte[] remembered) {
        return remembered == ABSENT ? null : remembered;
    }
}
