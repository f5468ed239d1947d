package dev.annals.aggregate;

import org.apache.kafka.common.utils.Bytes;

/**
 * An entity as a store holds it.
 *
 * @param value its version and its snapshot's message, as {@link EntityStateCodec} writes them
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
public record StoredEntity(Bytes key, byte[] value) implements Comparable<StoredEntity> {

    @Override
    public int compareTo(StoredEntity other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEntity entity && key.equals(entity.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
