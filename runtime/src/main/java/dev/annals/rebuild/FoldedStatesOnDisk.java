package dev.annals.rebuild;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Folded states in a map on disk. */
final class FoldedStatesOnDisk implements FoldedStates {

    private final SpillingMap states;

    FoldedStatesOnDisk(SpillingMap states) {
        this.states = states;
    }

    @Override
    public @Nullable Folded get(Bytes key) {
        byte[] bytes = states.get(key);
        return bytes == null ? null : Folded.fromBytes(bytes);
    }

    @Override
    public void put(Bytes key, Folded state) {
        states.put(key, state.toBytes());
    }
}
