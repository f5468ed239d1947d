package dev.annals.aggregate;

import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The state stores that this process holds. */
@FunctionalInterface
public interface LocalStores {

    /**
     * The store of one partition.
     *
     * @throws NotReadyException when this process does not own it, or has not restored it yet
     */
    ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition);

    /**
     * The store of one partition, where another process owns that and this one follows it.
     *
     * @throws NotReadyException when this process does not do that either
     */
    default ReadOnlyKeyValueStore<Bytes, byte[]> staleStore(String name, int partition) {
        throw new NotReadyException("Partition " + partition + " of " + name + " is not followed here");
    }

    /** How many records the store is behind what its owner has written, where that is known. */
    default OptionalLong lag(String name, int partition) {
        return OptionalLong.empty();
    }
}
