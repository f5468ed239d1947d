package dev.annals.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.HistoryCodec;
import dev.annals.aggregate.KeyCodec;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The history of an aggregate, its events by key, to be built again from its events. */
public final class HistoryRebuild<K> implements Rebuildable {

    private final AggregateName aggregate;
    private final KeyCodec<K> keys;

    private HistoryRebuild(AggregateName aggregate, KeyCodec<K> keys) {
        this.aggregate = aggregate;
        this.keys = keys;
    }

    public static HistoryRebuild<?> of(AggregateRuntime<?, ?, ?, ?> runtime) {
        return of(runtime.aggregate());
    }

    private static <K> HistoryRebuild<K> of(Aggregate<K, ?, ?, ?> aggregate) {
        return new HistoryRebuild<>(aggregate.name(), aggregate.keys());
    }

    @Override
    public String name() {
        return aggregate.historyStore();
    }

    @Override
    public String group() {
        return aggregate.store();
    }

    @Override
    public String applicationId() {
        return aggregate.service();
    }

    @Override
    public String sourceTopic() {
        return aggregate.eventsTopic();
    }

    @Override
    public String changelogTopic() {
        return aggregate.service() + "-" + aggregate.historyStore() + "-changelog";
    }

    @Override
    public Optional<String> snapshotsTopic() {
        return Optional.empty();
    }

    @Override
    public Fold fold(FoldedStates states) {
        return new HistoryFold(states);
    }

    @Override
    public byte @Nullable [] published(byte[] stored) {
        return null;
    }

    @Override
    public long version(byte[] stored) {
        return 0;
    }

    @Override
    public Headers headers(byte[] key, byte @Nullable [] stored, long timestamp) {
        return new RecordHeaders();
    }

    @Override
    public String describeKey(byte[] key) {
        try {
            return "version %d of %s"
                    .formatted(HistoryCodec.sequence(key), keys.toText(keys.fromBytes(HistoryCodec.entityKey(key))));
        } catch (RuntimeException e) {
            return new String(key, UTF_8);
        }
    }

    @Override
    public String describe(byte[] stored) {
        return "an event of %d bytes".formatted(stored.length);
    }

    /** Puts each event under its key. */
    private record HistoryFold(FoldedStates states) implements Fold {

        @Override
        public void take(ConsumerRecord<byte[], byte[]> event) throws UnreadableEventException {
            if (event.key() == null || event.value() == null) {
                throw new UnreadableEventException("it has no " + (event.key() == null ? "key" : "value"));
            }
            try {
                HistoryCodec.entry(event.key(), event.headers(), event.value())
                        .ifPresent(entry ->
                                states.put(entry.key, new Folded(Math.max(0, event.timestamp()), entry.value)));
            } catch (NumberFormatException e) {
                throw new UnreadableEventException("its ce_sequence is no number", e);
            }
        }

        @Override
        public void skip(ConsumerRecord<byte[], byte[]> event) {}

        @Override
        public void end() {}
    }
}
