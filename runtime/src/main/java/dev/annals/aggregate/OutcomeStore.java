package dev.annals.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.ownership.Lease;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that are kept in one partition, by message id; they go by themselves some time after the window.
 *
 * <p>A window store is looked up by key and time. The times here are those of whole windows, so that a look-up is three gets
 * of one key each, and no scan: this window, the last one, and the next one, in which an instance whose clock is ahead may
 * have put it before the partition came here. The clock is the process's, not that of records: a producer with a wrong clock
 * must not make a partition forget. Written by the partition's stream thread, read by any.
 */
final class OutcomeStore {

    private final WindowStore<Bytes, byte[]> store;
    private final long window;
    private final CommittedView view;

    OutcomeStore(WindowStore<Bytes, byte[]> store, Duration window, Lease lease) {
        this.view = new CommittedView(lease);
        this.store = store;
        this.window = window.toMillis();
    }

    /** The store for the topology; what is three windows old is dropped. */
    static StoreBuilder<WindowStore<Bytes, byte[]>> builder(AggregateName name, Duration window) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name.outcomesStore(), window.multipliedBy(3), window, false),
                Serdes.Bytes(),
                Serdes.ByteArray());
    }

    static Bytes key(String messageId) {
        return Bytes.wrap(messageId.getBytes(UTF_8));
    }

    /** What is kept under an id, the uncommitted outcomes of this transaction among it: for the stream thread. */
    byte @Nullable [] find(Bytes id, long now) {
        long start = now - Math.floorMod(now, window);
        byte[] found = store.fetch(id, start);
        if (found == null) {
            found = store.fetch(id, start - window);
        }
        return found == null ? store.fetch(id, start + window) : found;
    }

    /**
     * What has been committed under an id: for readers.
     *
     * @throws NotReadyException when the partition has left, or leaves meanwhile
     */
    byte @Nullable [] findCommitted(Bytes id, long now) {
        try {
            return view.get(key -> find(key, now), id);
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("The partition is moving to another owner", e);
        }
    }

    /** Keeps an outcome; to be called with what was found under the id before. */
    void keep(Bytes id, byte @Nullable [] before, byte[] value, long now) {
        view.remember(id, before);
        store.put(id, value, now - Math.floorMod(now, window));
    }

    boolean isWithinWindow(long decidedAt, long now) {
        return now - decidedAt < window;
    }

    void committed() {
        view.forgetAll();
    }

    /** The partition leaves: nothing more is to be read here. */
    void close() {
        view.close();
    }

    /** Refuses what was read of a partition that has left. */
    void requireOpen() {
        view.requireOpen();
    }
}
