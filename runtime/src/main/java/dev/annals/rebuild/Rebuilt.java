package dev.annals.rebuild;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What is built again: what its store holds, and what is published of it. Safe for use by several threads. */
public interface Rebuilt {

    /** What it is called on the command line, and in the report: {@code books}. */
    String name();

    /** The application id, which is also the consumer group, of the Kafka Streams application that holds the store. */
    String applicationId();

    /** The store's changelog topic, where what differs is written to it. */
    Optional<String> changelog();

    /** The topic where the store's content is published, where there is one. */
    Optional<String> snapshotsTopic();

    /** The value that is published for a value of the store, and null for that of a deleted entity. */
    byte @Nullable [] published(byte[] stored);

    /** The version of a value of the store, which is also the {@code ce_sequence} of its published record. */
    long version(byte[] stored);

    /** Whether a published record of the same value and another version differs. */
    default boolean comparesVersions() {
        return true;
    }

    /**
     * The headers of the published record.
     *
     * @param stored null where there never was such an entity, and the record withdraws it
     * @param timestamp of that record, in milliseconds since 1970
     */
    Headers headers(byte[] key, byte @Nullable [] stored, long timestamp);

    /** A key for people to read. */
    String describeKey(byte[] key);

    /** A value of the store for people to read; of one that cannot be read it says so. */
    String describe(byte[] stored);
}
