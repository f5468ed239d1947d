package dev.annals.aggregate;

import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a key belongs to: that in which Kafka's own Java producer places a record with it (murmur2).
 *
 * @param partitions how many there are
 */
public record Partitioning(int partitions) {

    /** The partition of the key that has these bytes. */
    public int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
