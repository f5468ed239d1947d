package dev.annals.rebuild;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in the events of one partition, one after another. Used by one thread. */
public interface Fold {

    /**
     * Takes in an event.
     *
     * @throws UnreadableEventException when that is not possible; the state is what it was
     */
    void take(ConsumerRecord<byte[], byte[]> event) throws UnreadableEventException;

    /** Passes over an event that could not be taken in, so that those behind it can be. */
    void skip(ConsumerRecord<byte[], byte[]> event);

    /** Writes what is still held back, after the last event. */
    void end();
}
