package dev.annals.projection;

import dev.annals.aggregate.Aggregate;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;

/** How the topics of aggregates and projections are read by Kafka Streams. Safe for use by several threads. */
public final class TopicSerdes {

    private final SchemaRegistry schemas;

    public TopicSerdes(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /** How the events of an aggregate are read. */
    public <K, E> Consumed<K, E> eventsOf(Aggregate<K, ?, E, ?> aggregate) {
        return Consumed.with(KafkaSerdes.of(aggregate.keys()), events(aggregate));
    }

    /** How the snapshots of an aggregate are read. */
    public <K, S> Consumed<K, S> snapshotsOf(Aggregate<K, ?, ?, S> aggregate) {
        return Consumed.with(KafkaSerdes.of(aggregate.keys()), snapshots(aggregate));
    }

    /** How the records of a projection are read. */
    public <K, S> Consumed<K, S> snapshotsOf(ProjectionDefinition<K, S> projection) {
        return Consumed.with(KafkaSerdes.of(projection.keys()), snapshots(projection));
    }

    /** The serde of an aggregate's events. */
    public <E> Serde<E> events(Aggregate<?, ?, E, ?> aggregate) {
        return KafkaSerdes.of(new MessageSerde<>(aggregate.events(), schemas));
    }

    /** The serde of an aggregate's snapshots. */
    public <S> Serde<S> snapshots(Aggregate<?, ?, ?, S> aggregate) {
        return KafkaSerdes.of(new MessageSerde<>(aggregate.snapshots(), schemas));
    }

    /** The serde of a projection's records. */
    public <S> Serde<S> snapshots(ProjectionDefinition<?, S> projection) {
        return KafkaSerdes.of(new MessageSerde<>(projection.snapshots(), schemas));
    }
}
