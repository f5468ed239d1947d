package dev.annals.streams;

import dev.annals.aggregate.EventChannel;
import dev.annals.aggregate.SnapshotChannel;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageCodec;
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
    public <K, E> Consumed<K, E> eventsOf(EventChannel<K, E> channel) {
        return Consumed.with(KafkaSerdes.of(channel.keys()), events(channel));
    }

    /** How the snapshots of an aggregate or a projection are read. */
    public <K, S> Consumed<K, S> snapshotsOf(SnapshotChannel<K, S> channel) {
        return Consumed.with(KafkaSerdes.of(channel.keys()), snapshots(channel));
    }

    /** The serde of an aggregate's events. */
    public <E> Serde<E> events(EventChannel<?, E> channel) {
        return channel.isPartial()
                ? KafkaSerdes.ofKnown(MessageSerde.reading(channel.events(), schemas))
                : KafkaSerdes.of(messages(channel.events()));
    }

    /** The serde of the snapshots of an aggregate or a projection. */
    public <S> Serde<S> snapshots(SnapshotChannel<?, S> channel) {
        return KafkaSerdes.of(messages(channel.snapshots()));
    }

    /** The serde of messages, whose schemas are registered by this. */
    public <T> MessageSerde<T> messages(MessageCodec<T> codec) {
        return new MessageSerde<>(codec, schemas);
    }
}
