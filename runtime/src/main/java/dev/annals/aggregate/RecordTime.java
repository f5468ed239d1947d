package dev.annals.aggregate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of a record as its producer or its broker gave it, and 1970 where neither did: Kafka Streams' own extractor
 * ends the thread there, and those that come with it skip the record or take a time that is another one the next time.
 */
public final class RecordTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
