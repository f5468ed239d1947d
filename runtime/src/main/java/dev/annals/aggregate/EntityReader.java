package dev.annals.aggregate;

import dev.annals.serde.MessageSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads what has been committed of an aggregate's entities, or of a projection's records. Blocks on the disk; safe for use by several threads. */
public final class EntityReader<K, S> {

    private final String description;
    private final String storeName;
    private final KeyCodec<K> keys;
    private final EntityStateCodec<S> states;
    private final CommittedViews views;
    private final LocalStores stores;
    private final Partitioning partitioning;

    /**
     * Reads one store.
     *
     * @param description what the store is of, for messages
     * @param storeName the name of the store, whose values are those of {@link EntityStateCodec}
     * @param views what of it has been committed
     * @param partitions of the store
     */
    public EntityReader(
            String description,
            String storeName,
            KeyCodec<K> keys,
            MessageSerde<S> snapshots,
            CommittedViews views,
            LocalStores stores,
            int partitions) {
        this.description = description;
        this.storeName = storeName;
        this.keys = keys;
        this.states = new EntityStateCodec<>(snapshots);
        this.views = views;
        this.stores = stores;
        this.partitioning = new Partitioning(partitions);
    }

    /** The number of partitions. */
    public int partitions() {
        return partitioning.partitions();
    }

    /**
     * The partition that an entity's commands and state are in.
     *
     * @throws IllegalArgumentException when no entity can have this key
     */
    public int partition(K key) {
        return partitioning.of(keys.toBytes(key));
    }

    /** Whether the state of a partition is here, and is the last that was committed. */
    public boolean isReady(int partition) {
        return views.isOpen(partition);
    }

    /** The partitions that are ready. */
    public Set<Integer> ready() {
        return views.open();
    }

    /**
     * Whether all transactions have ended here that are open now, and have written something: whoever has heard elsewhere that one
     * of them has committed reads of it then.
     */
    public BooleanSupplier transactionsEnded() {
        Map<CommittedView, Long> open = new HashMap<>();
        views.all().stream().filter(CommittedView::hasOpenWrites).forEach(view -> open.put(view, view.commits()));
        return () -> open.entrySet().stream()
                .noneMatch(
                        view -> view.getKey().hasOpenWrites() && view.getKey().commits() == view.getValue());
    }

    /**
     * The entity of this key, if there is one.
     *
     * @throws NotReadyException when its partition is not ready here
     */
    public Optional<Entity<K, S>> one(K key) {
        Bytes keyBytes = Bytes.wrap(keys.toBytes(key));
        int partition = partitioning.of(keyBytes.get());
        CommittedView view = views.of(partition);
        try {
            return entity(keyBytes, view.get(store(partition)::get, keyBytes));
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
    }

    /**
     * The version that the last committed event of this key has led to: also that of a deleted entity, and 0 where nothing
     * has ever happened.
     *
     * @throws NotReadyException when its partition is not ready here
     */
    long lastVersion(K key) {
        Bytes keyBytes = Bytes.wrap(keys.toBytes(key));
        int partition = partitioning.of(keyBytes.get());
        CommittedView view = views.of(partition);
        try {
            byte[] stored = view.get(store(partition)::get, keyBytes);
            return stored == null ? 0 : EntityStateCodec.version(stored);
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
    }

    /**
     * The entity of this key as it was at some time: from a standby, too, or where it is not known whether the partition is
     * still this process's.
     *
     * @throws NotReadyException when its partition is not here at all
     */
    public Optional<Entity<K, S>> stale(K key) {
        Bytes keyBytes = Bytes.wrap(keys.toBytes(key));
        int partition = partitioning.of(keyBytes.get());
        CommittedView view = views.find(partition);
        try {
            byte[] value = view == null
                    ? stores.staleStore(storeName, partition).get(keyBytes)
                    : view.getOfAnyAge(store(partition)::get, keyBytes);
            requireStill(partition, view);
            return entity(keyBytes, value);
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
    }

    /** How many records what {@link #stale} shows of a partition is behind, where that is known: not of one that may have been given to another. */
    public OptionalLong lag(int partition) {
        return views.find(partition) != null ? OptionalLong.empty() : stores.lag(storeName, partition);
    }

    /** Whether this process follows the state of a partition that is another's. */
    public boolean isFollowed(int partition) {
        try {
            stores.staleStore(storeName, partition);
            return true;
        } catch (NotReadyException e) {
            return false;
        }
    }

    /**
     * Entities of a partition that this process follows, or may still own, as they were at some time.
     *
     * @throws NotReadyException when it does neither
     */
    public List<StoredEntity> stalePage(int partition, @Nullable K after, int limit) {
        Bytes from = after == null ? null : Bytes.wrap(keys.toBytes(after));
        List<StoredEntity> page = new ArrayList<>();
        CommittedView view = views.find(partition);
        long commits = view == null ? 0 : view.commits();
        ReadOnlyKeyValueStore<Bytes, byte[]> store = stores.staleStore(storeName, partition);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, null)) {
            while (entries.hasNext() && page.size() < limit) {
                KeyValue<Bytes, byte[]> found = entries.next();
                byte[] value = view == null ? found.value : view.visible(store::get, found.key, found.value, commits);
                if (!found.key.equals(from) && value != null && !EntityStateCodec.isOfDeleted(value)) {
                    page.add(new StoredEntity(found.key, value));
                }
            }
            requireStill(partition, view);
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        }
        return page;
    }

    /** What was followed may have become this process's own meanwhile, and uncommitted writes have been among what was read. */
    private void requireStill(int partition, @Nullable CommittedView view) {
        if (view != null) {
            view.requireNotClosed();
        } else if (views.find(partition) != null) {
            throw new NotReadyException("Partition " + partition + " has just come here");
        }
    }

    /**
     * Entities of these partitions in the order of their keys' bytes.
     *
     * @param after the key below the first one, or null to start at the beginning
     * @param limit how many at the most
     * @throws NotReadyException when one of the partitions is not ready here
     */
    public List<StoredEntity> page(Collection<Integer> partitions, @Nullable K after, int limit) {
        Bytes from = after == null ? null : Bytes.wrap(keys.toBytes(after));
        List<Cursor> cursors = new ArrayList<>();
        try {
            for (int partition : partitions) {
                cursors.add(new Cursor(partition, from));
            }
            return merge(cursors, from, limit);
        } catch (InvalidStateStoreException e) {
            throw notReady(e);
        } finally {
            cursors.forEach(Cursor::close);
        }
    }

    /** The entity that is stored so. */
    public Entity<K, S> entity(StoredEntity stored) {
        return entity(stored.key(), stored.value()).orElseThrow();
    }

    private List<StoredEntity> merge(List<Cursor> cursors, @Nullable Bytes after, int limit) {
        PriorityQueue<Cursor> next = new PriorityQueue<>(Comparator.comparing(Cursor::key));
        cursors.stream().filter(Cursor::hasNext).forEach(next::add);
        List<StoredEntity> page = new ArrayList<>();
        for (Cursor cursor = next.poll(); cursor != null && page.size() < limit; cursor = next.poll()) {
            Bytes key = cursor.key();
            byte[] value = cursor.next();
            if (!key.equals(after) && value != null && !EntityStateCodec.isOfDeleted(value)) {
                page.add(new StoredEntity(key, value));
            }
            if (cursor.hasNext()) {
                next.add(cursor);
            }
        }
        cursors.forEach(Cursor::requireOpen);
        return page;
    }

    private Optional<Entity<K, S>> entity(Bytes keyBytes, byte @Nullable [] stored) {
        EntityState<S> state = states.read(stored);
        S snapshot = state.snapshot();
        return snapshot == null
                ? Optional.empty()
                : Optional.of(new Entity<>(keys.fromBytes(keyBytes.get()), state.version(), snapshot));
    }

    /** A store may be closed while it is read, because its partition moves to another owner. */
    private NotReadyException notReady(InvalidStateStoreException cause) {
        return new NotReadyException("The state of " + description + " is moving to another owner", cause);
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(int partition) {
        return stores.store(storeName, partition);
    }

    /** A scan of one partition that stands on its next entry. */
    private final class Cursor implements AutoCloseable {

        private final CommittedView view;
        private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
        private final long commits;
        private final KeyValueIterator<Bytes, byte[]> entries;

        Cursor(int partition, @Nullable Bytes from) {
            view = views.of(partition);
            store = store(partition);
            commits = view.commits();
            entries = store.range(from, null);
        }

        boolean hasNext() {
            return entries.hasNext();
        }

        Bytes key() {
            return entries.peekNextKey();
        }

        byte @Nullable [] next() {
            KeyValue<Bytes, byte[]> found = entries.next();
            return view.visible(store::get, found.key, found.value, commits);
        }

        void requireOpen() {
            view.requireOpen();
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
