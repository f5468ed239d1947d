package dev.annals.aggregate;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the kept outcomes that have been committed in the partitions of this process. Safe for use by several threads. */
public final class OutcomeReader<E> {

    private final Map<Integer, OutcomeStore> byPartition = new ConcurrentHashMap<>();
    private final KeptOutcomeCodec<E> codec;
    private final InstantSource clock;

    OutcomeReader(KeptOutcomeCodec<E> codec, InstantSource clock) {
        this.codec = codec;
        this.clock = clock;
    }

    void open(int partition, OutcomeStore store) {
        byPartition.put(partition, store);
    }

    void close(int partition, OutcomeStore store) {
        store.close();
        byPartition.remove(partition, store);
    }

    /**
     * What is kept under this id in the partition.
     *
     * @throws NotReadyException when it is not here
     */
    public Optional<KeptOutcome<E>> find(String messageId, int partition) {
        OutcomeStore store = byPartition.get(partition);
        if (store == null) {
            throw new NotReadyException("Partition " + partition + " is not ready here");
        }
        return find(store, messageId);
    }

    /** Whether the id is seen to have been used for an entity in another partition, of those that are here. */
    public boolean isKeptElsewhere(String messageId, int partition) {
        return byPartition.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != partition && isKept(entry.getValue(), messageId));
    }

    private boolean isKept(OutcomeStore store, String messageId) {
        try {
            long now = clock.millis();
            byte[] value = store.findCommitted(OutcomeStore.key(messageId), now);
            return value != null && store.isWithinWindow(KeptOutcomeCodec.decidedAt(value), now);
        } catch (NotReadyException e) {
            // A partition that leaves is no reason to refuse a command for another one.
            return false;
        }
    }

    private Optional<KeptOutcome<E>> find(OutcomeStore store, String messageId) {
        long now = clock.millis();
        byte[] value = store.findCommitted(OutcomeStore.key(messageId), now);
        return value == null || !store.isWithinWindow(KeptOutcomeCodec.decidedAt(value), now)
                ? Optional.empty()
                : Optional.of(codec.read(messageId, value));
    }
}
