package dev.annals.rebuild;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;

/** Goes over a {@link DiskMap} in the order of its keys, which is that of their bytes. Used by one thread. */
final class DiskCursor implements AutoCloseable {

    private final RocksIterator entries;
    private byte @Nullable [] key;

    DiskCursor(RocksIterator entries) {
        this.entries = entries;
        entries.seekToFirst();
        readKey();
    }

    /** The key that it stands at, or null at the end. */
    byte @Nullable [] key() {
        return key;
    }

    /** The value under this key, from which it goes on; null where it stands at another. */
    byte @Nullable [] take(byte[] wanted) {
        if (key == null || !Arrays.equals(key, wanted)) {
            return null;
        }
        byte[] value = entries.value();
        entries.next();
        readKey();
        return value;
    }

    @Override
    public void close() {
        entries.close();
    }

    private void readKey() {
        key = entries.isValid() ? entries.key() : null;
    }
}
