package dev.annals.aggregate;

import static dev.annals.aggregate.MessageHeaders.bytes;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of the snapshots of an aggregate or a projection. Safe for use by several threads. */
public final class SnapshotHeaders {

    /** What stands for a type where the entity is deleted. */
    public static final String TOMBSTONE = "tombstone";

    private final byte[] source;

    /**
     * Headers of one source.
     *
     * @param cloudEventsSource such as {@code /bank/accounts}
     */
    public SnapshotHeaders(String cloudEventsSource) {
        this.source = bytes(cloudEventsSource);
    }

    /**
     * Those of one snapshot.
     *
     * @param subject the entity's key as text
     * @param timestamp of the command that it comes from, in milliseconds since 1970
     * @param typeName of the snapshot's schema
     */
    public Headers of(String subject, long timestamp, long version, String typeName) {
        return new RecordHeaders()
                .add(MessageHeaders.SPEC_VERSION, MessageHeaders.SPEC_VERSION_VALUE)
                .add(MessageHeaders.CONTENT_TYPE, MessageHeaders.CONTENT_TYPE_VALUE)
                .add(MessageHeaders.ID, bytes(subject + "@" + version))
                .add(MessageHeaders.TYPE, bytes(typeName))
                .add(MessageHeaders.SOURCE, source)
                .add(MessageHeaders.TIME, bytes(Instant.ofEpochMilli(timestamp).toString()))
                .add(MessageHeaders.SUBJECT, bytes(subject))
                .add(MessageHeaders.SEQUENCE, bytes(Long.toString(version)));
    }
}
