package dev.annals.rebuild;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes what differs, as the running service would have: store and snapshot of an entity in one transaction, many entities
 * in each. Used by one thread.
 */
final class DifferenceWriter {

    private static final int ENTITIES_PER_TRANSACTION = 50_000;
    private static final long BYTES_PER_TRANSACTION = 64 << 20;

    private final Rebuilt target;
    private final int partition;
    private final Producer<byte[], byte[]> producer;
    private int entities;
    private long bytes;

    DifferenceWriter(Rebuilt target, int partition, Producer<byte[], byte[]> producer) {
        this.target = target;
        this.partition = partition;
        this.producer = producer;
    }

    /** Writes what differs of an entity, and says whether anything did. */
    boolean write(Compared compared) {
        boolean storeDiffers = compared.storeDiffers();
        boolean snapshotDiffers = compared.snapshotDiffers(target);
        if (!storeDiffers && !snapshotDiffers) {
            return false;
        }
        if (entities == 0) {
            producer.beginTransaction();
        }
        Folded folded = compared.folded();
        byte[] stored = folded == null ? null : folded.stored();
        long timestamp = folded == null ? System.currentTimeMillis() : folded.timestamp();
        if (storeDiffers) {
            target.changelog().ifPresent(topic -> send(topic, timestamp, compared.key(), stored, new RecordHeaders()));
        }
        if (snapshotDiffers) {
            byte[] value = stored == null ? null : target.published(stored);
            Headers headers = target.headers(compared.key(), stored, timestamp);
            target.snapshotsTopic().ifPresent(topic -> send(topic, timestamp, compared.key(), value, headers));
        }
        entities++;
        if (entities >= ENTITIES_PER_TRANSACTION || bytes >= BYTES_PER_TRANSACTION) {
            end();
        }
        return true;
    }

    /** Commits what was written since the last commit. */
    void end() {
        Cancelled.check();
        if (entities > 0) {
            try {
                producer.commitTransaction();
            } catch (KafkaException e) {
                throw new RebuildException(
                        "Partition %d of %s could not be written: %s. What was written of it is right; repeat the rebuild"
                                .formatted(partition, target.name(), e.getMessage()),
                        e);
            }
            entities = 0;
            bytes = 0;
        }
    }

    private void send(String topic, long timestamp, byte[] key, byte @Nullable [] value, Headers headers) {
        // A failure comes out of the commit.
        var unused = producer.send(new ProducerRecord<>(topic, partition, timestamp, key, value, headers));
        bytes += key.length + (value == null ? 0 : value.length);
    }
}
