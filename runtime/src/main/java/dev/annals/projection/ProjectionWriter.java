package dev.annals.projection;

import dev.annals.aggregate.CommittedView;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.RecordLimit;
import dev.annals.aggregate.SnapshotHeaders;
import dev.annals.serde.MessageSerde;
import dev.annals.transaction.OpenTransactions;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records of one partition: each change goes to the store and to the snapshots topic, and readers see it when it has
 * committed. Used by one thread.
 */
final class ProjectionWriter<K, S> {

    private final ProjectionDefinition<K, S> definition;
    private final MessageSerde<S> serde;
    private final SnapshotHeaders headers;
    private final OpenTransactions transactions;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Bytes, byte[]> store;
    private final CommittedView view;
    private final boolean publishes;

    ProjectionWriter(ProjectionNodes.Shared<K, S> shared, ProcessorContext<byte[], byte[]> context) {
        this.definition = shared.definition();
        this.serde = shared.serde();
        this.headers = new SnapshotHeaders(definition.name().source());
        this.transactions = shared.transactions();
        this.context = context;
        this.publishes = shared.publishes();
        this.store = context.getStateStore(definition.name().store());
        this.view = shared.views()
                .open(context.taskId().partition(), shared.leases().ofThread());
    }

    /** What is kept under a key, as {@link EntityStateCodec} writes it. */
    byte @Nullable [] find(Bytes key) {
        return store.get(key);
    }

    /** Keeps a record, or none, in the place of what was there; what is the same already stays as it is. */
    void put(K key, Bytes keyBytes, byte @Nullable [] before, @Nullable S record, long timestamp) {
        byte[] value = record == null ? null : serde.write(record);
        if (Arrays.equals(value, EntityStateCodec.snapshotBytes(before))) {
            return;
        }
        long version = EntityStateCodec.version(before) + 1;
        Record<byte[], byte[]> snapshot =
                new Record<>(keyBytes.get(), value, timestamp, headers(key, version, record, timestamp));
        RecordLimit.DEFAULT.require(snapshot, definition.name().toString());
        view.remember(keyBytes, before);
        store.put(keyBytes, EntityStateCodec.write(version, value));
        transactions.afterCommit(view::forgetAll);
        if (publishes) {
            context.forward(snapshot);
        }
    }

    private Headers headers(K key, long version, @Nullable S record, long timestamp) {
        String typeName = record == null ? SnapshotHeaders.TOMBSTONE : serde.typeName(record);
        return headers.of(definition.keys().toText(key), timestamp, version, typeName);
    }
}
