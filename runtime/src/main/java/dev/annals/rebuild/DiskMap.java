package dev.annals.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A map that lies on disk, sorted by key, and takes little memory whatever its size: RocksDB without a log, as what is lost
 * is built again. Used by one thread.
 */
final class DiskMap implements AutoCloseable {

    private static final long WRITE_BUFFER_BYTES = 16 << 20;
    private static final int BLOOM_BITS_PER_KEY = 10;

    private final BloomFilter filter = new BloomFilter(BLOOM_BITS_PER_KEY);
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB db;

    private DiskMap(Path directory) throws RocksDBException {
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
        try {
            db = RocksDB.open(options, directory.toString());
        } catch (RocksDBException e) {
            closeOptions();
            throw e;
        }
    }

    /** The map in this directory, which is made where it is not there. */
    static DiskMap open(Path directory) {
        RocksDB.loadLibrary();
        try {
            Files.createDirectories(directory);
            return new DiskMap(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + directory, e);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Puts all of these, and removes those without a value. */
    void putAll(Map<Bytes, byte @Nullable []> entries) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Bytes, byte @Nullable []> entry : entries.entrySet()) {
                byte[] value = entry.getValue();
                if (value == null) {
                    batch.delete(entry.getKey().get());
                } else {
                    batch.put(entry.getKey().get(), value);
                }
            }
            db.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** All entries in the order of their keys; to be closed before the map. */
    DiskCursor cursor() {
        return new DiskCursor(db.newIterator());
    }

    /** What was put is there when it is opened again. */
    @Override
    public void close() {
        try (FlushOptions whole = new FlushOptions().setWaitForFlush(true)) {
            // Closing writes nothing that has no log.
            db.flush(whole);
        } catch (RocksDBException e) {
            throw failed(e);
        } finally {
            db.close();
            closeOptions();
        }
    }

    private void closeOptions() {
        unlogged.close();
        options.close();
        filter.close();
    }

    private static RebuildException failed(RocksDBException cause) {
        return new RebuildException("The rebuild's own files (rebuild.directory) failed: " + cause.getMessage(), cause);
    }
}
