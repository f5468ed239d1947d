package dev.annals.projection;

import dev.annals.aggregate.EntityStateCodec;
import dev.annals.streams.RecordContext;
import dev.annals.streams.UserCode;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes in one event after another. */
final class FoldProcessor<K, E, S> implements Processor<K, E, byte[], byte[]> {

    private final ProjectionNodes.Shared<K, S> shared;
    private final Fold<K, E, S> fold;
    private final EntityStateCodec<S> states;
    private @Nullable ProjectionWriter<K, S> writer;
    private int partition;

    FoldProcessor(ProjectionNodes.Shared<K, S> shared, Fold<K, E, S> fold) {
        this.shared = shared;
        this.fold = fold;
        this.states = new EntityStateCodec<>(shared.serde());
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        writer = new ProjectionWriter<>(shared, context);
        partition = context.taskId().partition();
    }

    @Override
    public void process(Record<K, E> record) {
        ProjectionWriter<K, S> into = Objects.requireNonNull(writer, "init was called");
        UserCode.requireWhole(record);
        Bytes key = Bytes.wrap(shared.definition().keys().toBytes(record.key()));
        byte[] before = into.find(key);
        S current = states.read(before).snapshot();
        S next = UserCode.call(() -> fold.apply(current, record.value(), new RecordContext<>(record)));
        if (next != current) {
            into.put(record.key(), key, before, next, record.timestamp());
        }
    }

    @Override
    public void close() {
        shared.views().close(partition);
    }
}
