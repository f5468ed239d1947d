package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistryException;
import dev.annals.serde.MessageSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed events of an aggregate's entities by key.
 *
 * <p>The store shows uncommitted entries, too. An entry never changes, though, and is committed together with the entity's
 * state: so what is read is bounded by the version that the entity had committed before, and needs no view of its own.
 * Blocks on the disk; safe for use by several threads.
 */
public final class HistoryReader<K, E, S> {

    private final Aggregate<K, ?, E, S> aggregate;
    private final HistoryCodec<E> codec;
    private final EntityReader<K, S> entities;
    private final LocalStores stores;

    HistoryReader(
            Aggregate<K, ?, E, S> aggregate, MessageSerde<E> events, EntityReader<K, S> entities, LocalStores stores) {
        this.aggregate = aggregate;
        this.codec = new HistoryCodec<>(events);
        this.entities = entities;
        this.stores = stores;
    }

    /** Whether there is a history to read. */
    public boolean isKept() {
        return aggregate.keepsHistory();
    }

    /**
     * The version that the last committed event of this key has led to; 0 where nothing has ever happened.
     *
     * @throws NotReadyException when its partition is not ready here
     */
    public long lastVersion(K key) {
        return entities.lastVersion(key);
    }

    /**
     * Events of an entity in their order, also of one that is deleted.
     *
     * @param after the version above which to start
     * @param upTo the last version to read, which must have been committed: {@link #lastVersion} or below
     * @param limit how many at the most
     * @throws NotReadyException when its partition is not ready here
     * @throws IncompleteHistoryException when one of them is not there
     * @throws UnreadableEventException when one of them cannot be read
     */
    public List<PastEvent<E>> page(K key, long after, long upTo, int limit) {
        List<PastEvent<E>> page = new ArrayList<>();
        long end = upTo - after > limit ? after + limit : upTo;
        scan(key, after, end, upTo, page::add);
        return page;
    }

    /**
     * The entity as it was when it had this version; empty where it was deleted then.
     *
     * @param version from 1 to the last one
     * @param lastVersion what {@link #lastVersion} has said
     * @throws NotReadyException when its partition is not ready here
     * @throws IncompleteHistoryException when one of the events that led there is not kept
     * @throws UnreadableEventException when one of them cannot be read
     */
    public Optional<Entity<K, S>> asOf(K key, long version, long lastVersion) {
        Fold fold = new Fold();
        scan(key, 0, version, lastVersion, fold);
        S state = fold.state;
        return state == null ? Optional.empty() : Optional.of(new Entity<>(key, version, state));
    }

    private void scan(K key, long after, long end, long lastVersion, Consumer<PastEvent<E>> each) {
        if (after >= end) {
            return;
        }
        byte[] keyBytes = aggregate.keys().toBytes(key);
        int partition = entities.partition(key);
        Bytes from = HistoryCodec.key(keyBytes, after + 1);
        Bytes to = HistoryCodec.key(keyBytes, lastVersion);
        long expected = after + 1;
        try (KeyValueIterator<Bytes, byte[]> entries =
                stores.store(aggregate.name().historyStore(), partition).range(from, to)) {
            for (; expected <= end; expected++) {
                KeyValue<Bytes, byte[]> entry = entries.hasNext() ? entries.next() : null;
                long found = entry == null ? lastVersion + 1 : HistoryCodec.sequence(entry.key.get());
                if (entry == null || found != expected) {
                    throw missing(partition, expected, found);
                }
                each.accept(read(entry));
            }
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("The history of " + aggregate.name() + " is moving to another owner", e);
        }
    }

    private RuntimeException missing(int partition, long expected, long found) {
        return entities.isReady(partition)
                ? new IncompleteHistoryException(expected, found)
                : new NotReadyException("The history of " + aggregate.name() + " is moving to another owner");
    }

    private PastEvent<E> read(KeyValue<Bytes, byte[]> entry) {
        try {
            return codec.read(entry.key, entry.value);
        } catch (SchemaRegistryException e) {
            // It may be readable once the registry answers again.
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableEventException(HistoryCodec.sequence(entry.key.get()), e);
        }
    }

    /** Takes in one event after another. */
    private final class Fold implements Consumer<PastEvent<E>> {

        private @Nullable S state;

        @Override
        public void accept(PastEvent<E> past) {
            state = aggregate.evolve(state, past.event());
        }
    }
}
