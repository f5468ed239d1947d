package dev.annals.projection;

import dev.annals.streams.UserCode;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets no snapshot into a table from which a foreign key cannot be derived: Kafka Streams would ask for it again with each later
 * snapshot of the same entity, and fail on those as well.
 */
final class KeyCheckProcessor<K, S> extends ContextualFixedKeyProcessor<K, Received<S>, Received<S>> {

    private final Function<Received<S>, ? extends @Nullable Object> key;

    KeyCheckProcessor(Function<Received<S>, ? extends @Nullable Object> key) {
        this.key = key;
    }

    @Override
    public void process(FixedKeyRecord<K, Received<S>> record) {
        Received<S> snapshot = record.value();
        if (snapshot != null) {
            Object unused = UserCode.<@Nullable Object>call(() -> key.apply(snapshot));
        }
        context().forward(record);
    }
}
