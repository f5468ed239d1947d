package dev.annals.projection;

import dev.annals.aggregate.SnapshotChannel;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * What the engine needs to know of one projection; generated from the annotated record. Safe for use by several threads.
 *
 * @param <K> the type of its keys
 * @param <S> the annotated record
 */
public interface ProjectionDefinition<K, S> extends SnapshotChannel<K, S> {

    ProjectionName name();

    @Override
    default String snapshotsTopic() {
        return name().snapshotsTopic();
    }

    /** The topics that it reads. */
    List<Source> sources();

    default List<String> sourceTopics() {
        return sources().stream().map(Source::topic).toList();
    }

    /** The topic whose partitions are processed together with those of the store. */
    String storePartitionedBy();

    /**
     * Adds the projection to a Kafka Streams topology.
     *
     * @param nodes its parts that are the same for all projections
     * @param partitions of its store and of its topics
     */
    void build(StreamsBuilder builder, ProjectionNodes<K, S> nodes, int partitions);

    /** A topic that is read. */
    record Source(String topic, Partitions partitions) {}

    /** How the partitions of a topic that is read go together with those of the projection. */
    enum Partitions {
        /** One to one: there are as many. */
        SAME,
        /** There may be more or fewer: what is read is written to an internal topic first. */
        ANY
    }
}
