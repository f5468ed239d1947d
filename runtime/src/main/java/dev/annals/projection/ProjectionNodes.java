package dev.annals.projection;

import dev.annals.aggregate.CommittedViews;
import dev.annals.aggregate.EventChannel;
import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.SnapshotChannel;
import dev.annals.ownership.Leases;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import dev.annals.streams.KafkaSerdes;
import dev.annals.streams.TopicSerdes;
import dev.annals.transaction.OpenTransactions;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a projection's topology that are the same for all: how its sources are read, what folds and keeps its records,
 * and how they are published. Safe for use by several threads.
 *
 * @param <K> the type of the projection's keys
 * @param <S> its record
 */
public final class ProjectionNodes<K, S> {

    private final Shared<K, S> shared;
    private final SchemaRegistry schemas;
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> store;

    ProjectionNodes(Shared<K, S> shared, SchemaRegistry schemas) {
        this.shared = shared;
        this.schemas = schemas;
        this.store = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(shared.definition().name().store()), Serdes.Bytes(), Serdes.ByteArray());
    }

    /** What the processors of all partitions share with the readers in this process. */
    record Shared<K, S>(
            ProjectionDefinition<K, S> definition,
            MessageSerde<S> serde,
            ProjectionViews views,
            OpenTransactions transactions,
            Leases leases,
            boolean publishes) {

        CommittedViews committed() {
            return views.views();
        }

        /** The same for a projection that keeps its records, and publishes none. */
        Shared<K, S> silent() {
            return new Shared<>(definition, serde, views, transactions, leases, false);
        }
    }

    /** How the events of an aggregate are read. */
    public <F, E> Consumed<F, E> eventsOf(EventChannel<F, E> channel) {
        return new TopicSerdes(schemas).eventsOf(channel);
    }

    /** How the snapshots of an aggregate, or the records of another projection, are read. */
    public <F, T> Consumed<F, Received<T>> snapshotsOf(SnapshotChannel<F, T> channel) {
        return Consumed.with(KafkaSerdes.of(channel.keys()), serdeOf(channel));
    }

    /** Passes snapshots on from which a foreign key can be derived, and fails on others. */
    public <F, T> FixedKeyProcessorSupplier<F, Received<T>, Received<T>> checked(
            Function<Received<T>, ? extends @Nullable Object> key) {
        return () -> new KeyCheckProcessor<>(key);
    }

    /** How the snapshots of an aggregate, or the records of another projection, are kept in a table. */
    public <F, T> Materialized<F, Received<T>, KeyValueStore<Bytes, byte[]>> tableOf(
            String name, SnapshotChannel<F, T> channel) {
        return table(name, channel.keys(), serdeOf(channel));
    }

    /** The serde of an aggregate's snapshots, or of another projection's records. */
    public <T> Serde<Received<T>> serdeOf(SnapshotChannel<?, T> channel) {
        return Received.serde(new MessageSerde<>(channel.snapshots(), schemas));
    }

    /** The serde of two values that were joined. */
    public <L, R> Serde<Joined<L, R>> both(Serde<L> left, Serde<R> right) {
        return JoinedSerde.of(left, right);
    }

    /** How two values that were joined are kept, until a third joins them. */
    public <L, R> Materialized<K, Joined<L, R>, KeyValueStore<Bytes, byte[]>> joined(
            String name, Serde<L> left, Serde<R> right) {
        return table(name, shared.definition().keys(), both(left, right));
    }

    private static <F, V> Materialized<F, V, KeyValueStore<Bytes, byte[]>> table(
            String name, KeyCodec<F> keys, Serde<V> values) {
        return Materialized.<F, V, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(KafkaSerdes.of(keys))
                .withValueSerde(values);
    }

    /** How the events of an aggregate go to the partitions of this projection's keys. */
    public <E> Repartitioned<K, E> repartitioned(EventChannel<?, E> channel) {
        return Repartitioned.with(KafkaSerdes.of(shared.definition().keys()), new TopicSerdes(schemas).events(channel));
    }

    /** Passes events on under this projection's keys. */
    public <F, E> ProcessorSupplier<F, E, K, E> rekey(KeysOf<F, E, K> keysOf) {
        return () -> new RekeyProcessor<>(keysOf);
    }

    /** Takes in events, and passes on what has changed. */
    public <E> ProcessorSupplier<K, E, byte[], byte[]> fold(Fold<K, E, S> fold) {
        return new WithStore<>(() -> new FoldProcessor<>(shared, fold), store);
    }

    /** Keeps records, and passes on what has changed. */
    public ProcessorSupplier<K, S, byte[], byte[]> keep() {
        return new WithStore<>(() -> new KeepProcessor<>(shared), store);
    }

    /** How the records are published. */
    public Produced<byte[], byte[]> published() {
        return Produced.with(Serdes.ByteArray(), Serdes.ByteArray());
    }

    /** Processors that write the store. */
    private record WithStore<K, V>(Supplier<Processor<K, V, byte[], byte[]>> processors, StoreBuilder<?> store)
            implements ProcessorSupplier<K, V, byte[], byte[]> {

        @Override
        public Processor<K, V, byte[], byte[]> get() {
            return processors.get();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }
}
