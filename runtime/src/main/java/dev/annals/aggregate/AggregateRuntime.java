package dev.annals.aggregate;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate as it runs in this process: the processor for its topology, the callers that wait for outcomes, and what
 * may be read of its state. Safe for use by several threads.
 */
public final class AggregateRuntime<K, C, E, S> {

    private final AggregateProcessor.Shared<K, C, E, S> shared;

    /**
     * Runs an aggregate, whose schemas are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public AggregateRuntime(Aggregate<K, C, E, S> aggregate, Engine engine) {
        AggregateSerdes<C, E, S> serdes = AggregateSerdes.of(aggregate, engine.schemas());
        engine.transactions()
                .track(List.of(aggregate.name().eventsTopic(), aggregate.name().snapshotsTopic()));
        this.shared = new AggregateProcessor.Shared<>(
                aggregate,
                serdes,
                new CommittedViews(),
                new OutcomeReader<>(new KeptOutcomeCodec<>(serdes.events()), InstantSource.system()),
                new PendingOutcomes<>(engine.transactions()),
                engine.transactions(),
                engine.leases(),
                engine.deduplicationWindow(),
                engine.metrics().apply(aggregate.name()));
    }

    public Aggregate<K, C, E, S> aggregate() {
        return shared.aggregate();
    }

    /** The serdes of its messages. */
    public AggregateSerdes<C, E, S> serdes() {
        return shared.serdes();
    }

    public AggregateName name() {
        return aggregate().name();
    }

    /**
     * The processor, with its stores, for the topology.
     *
     * @param partitions of the commands topic
     */
    public ProcessorSupplier<byte[], byte[], byte[], byte[]> processor(int partitions) {
        Partitioning partitioning = new Partitioning(partitions);
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new AggregateProcessor<>(shared, partitioning);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return AggregateRuntime.this.stores();
            }
        };
    }

    /**
     * To be called when a rebalance is over: callers whose partition is no longer here get a {@link
     * PartitionMovedException}, because they would wait in vain.
     */
    public void rebalanced() {
        shared.pending().leave(partition -> shared.views().find(partition) == null);
    }

    /** What becomes of a request that is about to be sent, in this partition; complete the future otherwise to wait no longer. */
    public CompletableFuture<CommittedOutcome<E>> await(String requestId, int partition) {
        return shared.pending().await(requestId, partition);
    }

    /** The outcomes that are kept for those who ask again. */
    public OutcomeReader<E> outcomes() {
        return shared.outcomes();
    }

    /** The command of a kept outcome; empty where it is too long to be kept whole, or of a type that is no longer known. */
    public Optional<C> commandOf(KeptOutcome<E> kept) {
        try {
            return Optional.of(serdes().commands().read(kept.command()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A command's message as its record describes itself; empty where it cannot be read. */
    public String describeCommand(byte @Nullable [] message) {
        try {
            return message == null ? "" : String.valueOf(serdes().commands().read(message));
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** The message id of a record that has one. */
    public String messageId(ProducerRecord<byte[], byte[]> command) {
        return String.valueOf(MessageHeaders.text(command.headers(), MessageHeaders.ID));
    }

    /** Whether outcomes are kept at all. */
    public boolean keepsOutcomes() {
        return shared.keepsOutcomes();
    }

    /**
     * Reads committed state from these stores.
     *
     * @param partitions of the commands topic
     */
    public EntityReader<K, S> reader(LocalStores stores, int partitions) {
        return new EntityReader<>(
                name().toString(),
                name().store(),
                aggregate().keys(),
                serdes().snapshots(),
                shared.views(),
                stores,
                partitions);
    }

    /**
     * Reads committed events by key from these stores, where the aggregate keeps its history.
     *
     * @param entities reads the same partitions
     */
    public HistoryReader<K, E, S> history(LocalStores stores, EntityReader<K, S> entities) {
        return new HistoryReader<>(aggregate(), serdes().events(), entities, stores);
    }

    private Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores = new HashSet<>();
        stores.add(store(name().store()));
        if (shared.keepsOutcomes()) {
            stores.add(OutcomeStore.builder(name(), shared.deduplicationWindow()));
        }
        if (aggregate().keepsHistory()) {
            stores.add(store(name().historyStore()));
        }
        if (aggregate().hasDeadlines()) {
            stores.add(store(name().deadlinesStore()));
        }
        return stores;
    }

    /** Without a record cache: readers and the changelog see each write as it is made. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }
}
