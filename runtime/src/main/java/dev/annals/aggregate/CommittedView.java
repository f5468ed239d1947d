package dev.annals.aggregate;

import dev.annals.ownership.Lease;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What readers may see of one partition's store.
 *
 * <p>A Kafka Streams store shows its uncommitted writes. So before the first write to a key in a transaction, the value it
 * had is put here, and readers get that until the transaction has committed. The order of steps makes this safe without
 * a lock: the writer remembers, then writes; the reader reads the store, then looks here. A reader that finds nothing
 * here holds a committed value, unless there was a commit since it read: then it may hold one between two writes of that
 * transaction, and reads again.
 *
 * <p>Written by the partition's stream thread, read by any.
 */
public final class CommittedView {

    private static final byte[] ABSENT = new byte[0];

    private final Map<Bytes, byte[]> committed = new ConcurrentHashMap<>();
    private final Lease lease;
    private volatile boolean open = true;
    private volatile long commits;

    /**
     * A view of a partition.
     *
     * @param lease that of the stream thread which writes the partition
     */
    CommittedView(Lease lease) {
        this.lease = lease;
    }

    /** To be called before a write to the store, with the value that the store holds. */
    public void remember(Bytes key, byte @Nullable [] value) {
        committed.putIfAbsent(key, value == null ? ABSENT : value);
    }

    /** The transaction has committed: the store's values are what readers may see. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Written by one thread.
    public void forgetAll() {
        if (!committed.isEmpty()) {
            commits++;
            committed.clear();
        }
    }

    /** Whether the transaction that is open has written something. */
    boolean hasOpenWrites() {
        return open && !committed.isEmpty();
    }

    /** The partition leaves this task, perhaps with uncommitted writes in its store: nothing more is to be read here. */
    void close() {
        open = false;
    }

    /** What a store holds of a key. */
    @FunctionalInterface
    interface LookUp {
        byte @Nullable [] get(Bytes key);
    }

    /**
     * What had been committed under a key when it was read.
     *
     * @throws NotReadyException when that may no longer be the last of it, because the partition is another's
     */
    byte @Nullable [] get(LookUp store, Bytes key) {
        byte[] value = getOfAnyAge(store, key);
        requireOpen();
        return value;
    }

    /** What had been committed under a key at some time. */
    byte @Nullable [] getOfAnyAge(LookUp store, Bytes key) {
        while (true) {
            long before = commits;
            byte[] value = store.get(key);
            byte[] remembered = committed.get(key);
            requireNotClosed();
            if (remembered != null) {
                return present(remembered);
            }
            if (commits == before) {
                return value;
            }
        }
    }

    /** How many commits there were; to be asked before a scan begins. */
    long commits() {
        return commits;
    }

    /**
     * The value to show for one that a scan has found in the store; {@link #requireOpen} is to be asked at the end of the scan,
     * or {@link #requireNotClosed} where old values will do. (The engine removes no key from a store.)
     *
     * @param before the number of commits before the scan began
     */
    byte @Nullable [] visible(LookUp store, Bytes key, byte[] found, long before) {
        byte[] remembered = committed.get(key);
        if (remembered != null) {
            return present(remembered);
        }
        return commits == before ? found : getOfAnyAge(store, key);
    }

    /** Whether what was read is what had been committed; to be asked after reading. */
    void requireOpen() {
        if (!isOpen()) {
            throw new NotReadyException("The partition is moving to another owner");
        }
    }

    /** Whether what is read now is what had been committed. */
    boolean isOpen() {
        return open && lease.isValid();
    }

    /** Whether the partition is this process's, as far as it knows. */
    void requireNotClosed() {
        if (!open) {
            throw new NotReadyException("The partition is moving to another owner");
        }
    }

    private static byte @Nullable [] present(byte[] remembered) {
        return remembered == ABSENT ? null : remembered;
    }
}
