package dev.annals.projection;

import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the last record of each key, and none where it is null. */
final class KeepProcessor<K, S> implements Processor<K, S, byte[], byte[]> {

    private final ProjectionNodes.Shared<K, S> shared;
    private @Nullable ProjectionWriter<K, S> writer;
    private int partition;

    KeepProcessor(ProjectionNodes.Shared<K, S> shared) {
        this.shared = shared;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        writer = new ProjectionWriter<>(shared, context);
        partition = context.taskId().partition();
    }

    @Override
    public void process(Record<K, S> record) {
        ProjectionWriter<K, S> into = Objects.requireNonNull(writer, "init was called");
        Bytes key = Bytes.wrap(shared.definition().keys().toBytes(record.key()));
        into.put(record.key(), key, into.find(key), record.value(), record.timestamp());
    }

    @Override
    public void close() {
        shared.views().close(partition);
    }
}
