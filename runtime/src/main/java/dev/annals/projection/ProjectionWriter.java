package dev.annals.projection;

import dev.annals.aggregate.CommittedView;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.aggregate.RecordLimit;
import dev.annals.serde.MessageSerde;
import dev.annals.transaction.OpenTransactions;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    private final OpenTransactions transactions;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Bytes, byte[]> store;
    private final CommittedView view;
    private final boolean publishes;

    ProjectionWriter(ProjectionNodes.Shared<K, S> shared, ProcessorContext<byte[], byte[]> context) {
        this.definition = shared.definition();
        this.serde = shared.serde();
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
        String subject = definition.keys().toText(key);
        return new RecordHeaders()
                .add(MessageHeaders.SPEC_VERSION, MessageHeaders.SPEC_VERSION_VALUE)
                .add(MessageHeaders.CONTENT_TYPE, MessageHeaders.CONTENT_TYPE_VALUE)
                .add(MessageHeaders.ID, MessageHeaders.bytes(subject + "@" + version))
                .add(MessageHeaders.TYPE, MessageHeaders.bytes(record == null ? "tombstone" : serde.typeName(record)))
                .add(
                        MessageHeaders.SOURCE,
                        MessageHeaders.bytes(definition.name().source()))
                .add(
                        MessageHeaders.TIME,
                        MessageHeaders.bytes(Instant.ofEpochMilli(timestamp).toString()))
                .add(MessageHeaders.SUBJECT, MessageHeaders.bytes(subject))
                .add(MessageHeaders.SEQUENCE, MessageHeaders.bytes(Long.toString(version)));
    }
}
