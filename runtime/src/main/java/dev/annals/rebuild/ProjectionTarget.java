package dev.annals.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.SnapshotHeaders;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.serde.MessageSerde;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A projection that is built anew: its own Kafka Streams application fills the store, and what is published is to follow. */
public final class ProjectionTarget<K, S> implements Rebuilt {

    private final ProjectionName name;
    private final KeyCodec<K> keys;
    private final MessageSerde<S> serde;
    private final EntityStateCodec<S> codec;
    private final SnapshotHeaders headers;

    private ProjectionTarget(ProjectionRuntime<K, S> projection) {
        this.name = projection.name();
        this.keys = projection.keys();
        this.serde = projection.serde();
        this.codec = new EntityStateCodec<>(serde);
        this.headers = new SnapshotHeaders(name.source());
    }

    public static ProjectionTarget<?, ?> of(ProjectionRuntime<?, ?> projection) {
        return new ProjectionTarget<>(projection);
    }

    @Override
    public String name() {
        return name.store();
    }

    @Override
    public String applicationId() {
        return name.applicationId();
    }

    @Override
    public Optional<String> changelog() {
        return Optional.empty();
    }

    @Override
    public Optional<String> snapshotsTopic() {
        return Optional.of(name.snapshotsTopic());
    }

    @Override
    public byte @Nullable [] published(byte[] stored) {
        return EntityStateCodec.snapshotBytes(stored);
    }

    @Override
    public long version(byte[] stored) {
        return EntityStateCodec.version(stored);
    }

    /** How many changes there were depends on how a join's sides met. */
    @Override
    public boolean comparesVersions() {
        return false;
    }

    @Override
    public Headers headers(byte[] key, byte @Nullable [] stored, long timestamp) {
        S snapshot = stored == null ? null : codec.read(stored).snapshot();
        return headers.of(
                describeKey(key),
                timestamp,
                stored == null ? 0 : version(stored),
                snapshot == null ? SnapshotHeaders.TOMBSTONE : serde.typeName(snapshot));
    }

    @Override
    public String describeKey(byte[] key) {
        try {
            return keys.toText(keys.fromBytes(key));
        } catch (RuntimeException e) {
            return new String(key, UTF_8);
        }
    }

    @Override
    public String describe(byte[] stored) {
        try {
            EntityState<S> state = codec.read(stored);
            return String.valueOf(state.snapshot());
        } catch (RuntimeException e) {
            return "%d bytes that cannot be read".formatted(stored.length);
        }
    }
}
