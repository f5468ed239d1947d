package dev.annals.aggregate;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be written because of one command, ready as bytes, and what its caller is told afterwards.
 *
 * @param events for the events topic, in order
 * @param change of the entity's state, or null
 * @param kept for those who ask again, or null
 * @param deadLetter for the dead-letter topic, or null
 * @param repeated whether the command had been decided before, and nothing is written
 * @param requestId under which the caller waits, or null where nobody does
 */
record Effects<E>(
        List<Record<byte[], byte[]>> events,
        @Nullable StateChange change,
        @Nullable Kept kept,
        @Nullable Record<byte[], byte[]> deadLetter,
        boolean repeated,
        @Nullable String requestId,
        Outcome<E> outcome) {

    /** The same effects, with an outcome that is kept. */
    Effects<E> keeping(Kept newlyKept, Outcome<E> asKept) {
        return new Effects<>(events, change, newlyKept, deadLetter, repeated, requestId, asKept);
    }

    /**
     * A new value in the store, and its record for the snapshots topic.
     *
     * @param committed the value before, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    record StateChange(
            Bytes key,
            byte @Nullable [] committed,
            byte[] value,
            Record<byte[], byte[]> snapshot,
            List<TimerChange> timers) {}

    /**
     * A new value in the store of outcomes.
     *
     * @param before the value under this id before, or null
     * @param now the time, in milliseconds since 1970
     */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    record Kept(Bytes id, byte @Nullable [] before, byte[] value, long now) {}
}
