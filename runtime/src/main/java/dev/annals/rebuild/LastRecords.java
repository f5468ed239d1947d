package dev.annals.rebuild;

import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * Reads the last record of each key of a partition.
 *
 * @param memory bytes that it may use, roughly
 */
record LastRecords(PartitionReader reader, Extents extents, int partition, long memory) {

    /** Puts them in this map, but for those whose last record is a tombstone. */
    void load(String topic, DiskMap into, Function<ConsumerRecord<byte[], byte[]>, byte[]> value) {
        SpillingMap last = new SpillingMap(into, memory);
        TopicPartition source = new TopicPartition(topic, partition);
        reader.read(source, extents.of(source), record -> {
            if (record.key() != null) {
                last.put(Bytes.wrap(record.key()), record.value() == null ? null : value.apply(record));
            }
        });
        last.spill();
    }
}
