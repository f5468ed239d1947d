package dev.annals.rebuild;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The states that were folded of one partition, by key. Used by one thread. */
public interface FoldedStates {

    @Nullable
    Folded get(Bytes key);

    void put(Bytes key, Folded state);
}
