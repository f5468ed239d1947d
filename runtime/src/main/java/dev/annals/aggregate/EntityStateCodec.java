package dev.annals.aggregate;

import dev.annals.serde.MessageSerde;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The store's values: the version in 8 bytes, big endian, then the snapshot's message, or nothing for a deleted entity. */
public final class EntityStateCodec<S> {

    private final MessageSerde<S> snapshots;

    public EntityStateCodec(MessageSerde<S> snapshots) {
        this.snapshots = snapshots;
    }

    public EntityState<S> read(byte @Nullable [] stored) {
        if (stored == null) {
            return EntityState.none();
        }
        byte[] snapshot = snapshot(stored);
        return new EntityState<>(version(stored), snapshot == null ? null : snapshots.read(snapshot));
    }

    /** The version in a value of the store. */
    public static long version(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong();
    }

    /** The snapshot's message in a value of the store; null where the entity is deleted. */
    public static byte @Nullable [] snapshot(byte[] stored) {
        return isOfDeleted(stored) ? null : Arrays.copyOfRange(stored, Long.BYTES, stored.length);
    }

    static boolean isOfDeleted(byte[] stored) {
        return stored.length == Long.BYTES;
    }

    /** A value of the store. */
    public static byte[] write(long version, byte @Nullable [] snapshot) {
        int length = snapshot == null ? 0 : snapshot.length;
        ByteBuffer stored = ByteBuffer.allocate(Long.BYTES + length).putLong(version);
        if (snapshot != null) {
            stored.put(snapshot);
        }
        return stored.array();
    }
}
