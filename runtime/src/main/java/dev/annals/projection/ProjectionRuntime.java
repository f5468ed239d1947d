package dev.annals.projection;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.LocalStores;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/**
 * One projection as it runs in this process: its topology, and what may be read of its state. Safe for use by several threads.
 *
 * @param <K> the type of its keys
 * @param <S> its record
 */
public final class ProjectionRuntime<K, S> {

    private final ProjectionNodes.Shared<K, S> shared;
    private final SchemaRegistry schemas;

    /**
     * Runs a projection, whose schemas are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public ProjectionRuntime(ProjectionDefinition<K, S> definition, Engine engine) {
        this.shared = new ProjectionNodes.Shared<>(
                definition,
                new MessageSerde<>(definition.snapshots(), engine.schemas()),
                new ProjectionViews(),
                engine.transactions(),
                engine.leases(),
                true);
        this.schemas = engine.schemas();
    }

    public ProjectionDefinition<K, S> definition() {
        return shared.definition();
    }

    public ProjectionName name() {
        return definition().name();
    }

    public KeyCodec<K> keys() {
        return definition().keys();
    }

    /** The serde of its records. */
    public MessageSerde<S> serde() {
        return shared.serde();
    }

    /**
     * The Kafka Streams topology, which is an application of its own.
     *
     * @param partitions of its store and of its topics
     */
    public Topology topology(int partitions) {
        return topology(shared, partitions);
    }

    /** The same, but for what is published: nothing. */
    public Topology silentTopology(int partitions) {
        return topology(shared.silent(), partitions);
    }

    private Topology topology(ProjectionNodes.Shared<K, S> with, int partitions) {
        StreamsBuilder builder = new StreamsBuilder();
        definition().build(builder, new ProjectionNodes<>(with, schemas), partitions);
        return builder.build();
    }

    /**
     * Reads committed records from these stores.
     *
     * @param partitions of the store
     */
    public EntityReader<K, S> reader(LocalStores stores, int partitions) {
        return new EntityReader<>(
                name().toString(), name().store(), keys(), shared.serde(), shared.committed(), stores, partitions);
    }
}
