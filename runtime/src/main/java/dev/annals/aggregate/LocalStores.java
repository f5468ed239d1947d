package dev.annals.aggregate;

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
}
