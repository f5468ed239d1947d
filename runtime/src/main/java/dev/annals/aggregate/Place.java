package dev.annals.aggregate;

import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lies; as text {@code bank.accounts.commands-3@42}. */
public record Place(String topic, int partition, long offset) {

    public static Place of(RecordMetadata metadata) {
        return new Place(metadata.topic(), metadata.partition(), metadata.offset());
    }

    @Override
    public String toString() {
        return topic + '-' + partition + '@' + offset;
    }
}
