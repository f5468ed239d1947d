package dev.annals.feed;

import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.Partitioning;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic that can be followed: the events of an aggregate, or the snapshots of a read model.
 *
 * @param partitions of the topic, over which keys are spread as Kafka's own Java producer does it
 * @param keys of its records
 * @param writer says what is shown of a record
 */
public record FeedSource<K>(String topic, int partitions, KeyCodec<K> keys, RecordWriter writer) {

    int partition(K key) {
        return new Partitioning(partitions).of(keys.toBytes(key));
    }

    /** Writes records; safe for use by several threads. */
    @FunctionalInterface
    public interface RecordWriter {

        /**
         * What is shown of a record.
         *
         * @throws dev.annals.schema.SchemaRegistryException when it could be read if the registry answered: the feed ends
         * @throws RuntimeException when it cannot be read, which is what is shown then
         */
        FeedEvent write(ConsumerRecord<byte[], byte[]> record);
    }
}
