package dev.annals.aggregate;

import dev.annals.transaction.OpenTransactions;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One aggregate as it runs in this process: the processor for its topology, the callers that wait for outcomes, and what
 * may be read of its state. Safe for use by several threads.
 */
public final class AggregateRuntime<K, C, E, S> {

    private final Aggregate<K, C, E, S> aggregate;
    private final AggregateSerdes<C, E, S> serdes;
    private final OpenTransactions transactions;
    private final PendingOutcomes<E> pending;
    private final CommittedViews views = new CommittedViews();

    /**
     * Runs an aggregate, whose schemas are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public AggregateRuntime(Aggregate<K, C, E, S> aggregate, Engine engine) {
        this.aggregate = aggregate;
        this.serdes = AggregateSerdes.of(aggregate, engine.schemas());
        this.transactions = engine.transactions();
        this.pending = new PendingOutcomes<>(transactions);
    }

    public Aggregate<K, C, E, S> aggregate() {
        return aggregate;
    }

    /** The serdes of its messages. */
    public AggregateSerdes<C, E, S> serdes() {
        return serdes;
    }

    public AggregateName name() {
        return aggregate.name();
    }

    /**
     * The processor, with its store, for the topology.
     *
     * @param partitions of the commands topic
     */
    public ProcessorSupplier<byte[], byte[], byte[], byte[]> processor(int partitions) {
        Partitioning partitioning = new Partitioning(partitions);
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new AggregateProcessor<>(aggregate, serdes, partitioning, views, pending, transactions);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store());
            }
        };
    }

    /** What becomes of a command that is about to be sent; complete the future otherwise to wait no longer. */
    public CompletableFuture<Outcome<E>> await(String messageId) {
        return pending.await(messageId);
    }

    /**
     * Reads committed state from these stores.
     *
     * @param partitions of the commands topic
     */
    public EntityReader<K, S> reader(LocalStores stores, int partitions) {
        return new EntityReader<>(aggregate, serdes.snapshots(), views, stores, new Partitioning(partitions));
    }

    /** Without a record cache: readers and the changelog see each write as it is made. */
    private StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name().store()), Serdes.Bytes(), Serdes.ByteArray());
    }
}
