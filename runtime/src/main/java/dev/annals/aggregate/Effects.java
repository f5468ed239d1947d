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
 * @param deadLetter for the dead-letter topic, or null
 */
record Effects<E>(
        List<Record<byte[], byte[]>> events,
        @Nullable StateChange change,
        @Nullable Record<byte[], byte[]> deadLetter,
        Outcome<E> outcome) {

    /**
     * A new value in the store, and its record for the snapshots topic.
     *
     * @param committed the value before, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    record StateChange(Bytes key, byte @Nullable [] committed, byte[] value, Record<byte[], byte[]> snapshot) {}
}
