package dev.annals.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.SnapshotHeaders;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The store and the snapshots of an aggregate, to be built again from its events. */
public final class AggregateRebuild<K, E, S> implements Rebuildable {

    private final Aggregate<K, ?, E, S> aggregate;
    private final AggregateSerdes<?, E, S> serdes;
    private final EntityStateCodec<S> codec;
    private final SnapshotHeaders headers;

    private AggregateRebuild(Aggregate<K, ?, E, S> aggregate, AggregateSerdes<?, E, S> serdes) {
        this.aggregate = aggregate;
        this.serdes = serdes;
        this.codec = new EntityStateCodec<>(serdes.snapshots());
        this.headers = new SnapshotHeaders(aggregate.name().source());
    }

    public static <K, C, E, S> AggregateRebuild<K, E, S> of(AggregateRuntime<K, C, E, S> runtime) {
        return new AggregateRebuild<>(runtime.aggregate(), runtime.serdes());
    }

    @Override
    public String name() {
        return aggregate.name().store();
    }

    @Override
    public String applicationId() {
        return aggregate.name().service();
    }

    @Override
    public String sourceTopic() {
        return aggregate.name().eventsTopic();
    }

    @Override
    public String changelogTopic() {
        AggregateName name = aggregate.name();
        return name.service() + "-" + name.store() + "-changelog";
    }

    @Override
    public Optional<Derived> derived() {
        AggregateName name = aggregate.name();
        return aggregate.hasDeadlines()
                ? Optional.of(new Derived(
                        name.service() + "-" + name.deadlinesStore() + "-changelog", Aggregate.timersMarker()))
                : Optional.empty();
    }

    @Override
    public Optional<String> snapshotsTopic() {
        return Optional.of(aggregate.name().snapshotsTopic());
    }

    @Override
    public Fold fold(FoldedStates states) {
        return new AggregateFold<>(aggregate, serdes, states);
    }

    @Override
    public byte @Nullable [] published(byte[] stored) {
        return EntityStateCodec.snapshotBytes(stored);
    }

    @Override
    public long version(byte[] stored) {
        return EntityStateCodec.version(stored);
    }

    @Override
    public Headers headers(byte[] key, byte @Nullable [] stored, long timestamp) {
        S snapshot = stored == null ? null : codec.read(stored).snapshot();
        return headers.of(
                describeKey(key),
                timestamp,
                stored == null ? 0 : version(stored),
                snapshot == null
                        ? SnapshotHeaders.TOMBSTONE
                        : serdes.snapshots().typeName(snapshot));
    }

    @Override
    public String describeKey(byte[] key) {
        try {
            return aggregate.keys().toText(aggregate.keys().fromBytes(key));
        } catch (RuntimeException e) {
            return new String(key, UTF_8);
        }
    }

    @Override
    public String describe(byte[] stored) {
        try {
            EntityState<S> state = codec.read(stored);
            return "version %d, %s".formatted(state.version(), state.snapshot() == null ? "deleted" : state.snapshot());
        } catch (RuntimeException e) {
            return "%d bytes that cannot be read".formatted(stored.length);
        }
    }
}
