package dev.annals.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A partition's store in memory, which shows each write as it is made, and counts the scans that are open. */
final class MapStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {

    private final NavigableMap<Bytes, byte[]> entries = new ConcurrentSkipListMap<>();
    private final AtomicInteger openScans = new AtomicInteger();
    private volatile boolean closed;

    void put(Bytes key, byte[] value) {
        entries.put(key, value);
    }

    void close() {
        closed = true;
    }

    int openScans() {
        return openScans.get();
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        requireOpen();
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        requireOpen();
        NavigableMap<Bytes, byte[]> tail = from == null ? entries : entries.tailMap(from, true);
        return new Scan(to == null ? tail : tail.headMap(to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    private void requireOpen() {
        if (closed) {
            throw new InvalidStateStoreException("The store is closed");
        }
    }

    static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Scan implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<Map.Entry<Bytes, byte[]>> rest;
        private Map.@Nullable Entry<Bytes, byte[]> next;

        Scan(NavigableMap<Bytes, byte[]> entries) {
            rest = entries.entrySet().iterator();
            openScans.incrementAndGet();
            advance();
        }

        @Override
        public boolean hasNext() {
            requireOpen();
            return next != null;
        }

        @Override
        public Bytes peekNextKey() {
            return requireNext().getKey();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> found = requireNext();
            advance();
            return KeyValue.pair(found.getKey(), found.getValue());
        }

        @Override
        public void close() {
            openScans.decrementAndGet();
        }

        private void advance() {
            next = rest.hasNext() ? rest.next() : null;
        }

        private Map.Entry<Bytes, byte[]> requireNext() {
            requireOpen();
            if (next == null) {
                throw new NoSuchElementException();
            }
            return next;
        }
    }
}
