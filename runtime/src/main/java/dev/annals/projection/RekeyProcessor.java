package dev.annals.projection;

import dev.annals.streams.RecordContext;
import dev.annals.streams.UserCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes each event on under the keys of a projection that it is taken in under. */
final class RekeyProcessor<F, E, K> extends ContextualProcessor<F, E, K, E> {

    private final KeysOf<F, E, K> keysOf;

    RekeyProcessor(KeysOf<F, E, K> keysOf) {
        this.keysOf = keysOf;
    }

    @Override
    public void process(Record<F, E> record) {
        UserCode.requireWhole(record);
        Collection<? extends K> keys = Objects.requireNonNull(
                UserCode.call(() -> keysOf.apply(record.value(), new RecordContext<>(record))),
                "A @Key method returned null: return an Optional where there may be no key");
        for (K key : new LinkedHashSet<>(keys)) {
            context().forward(record.withKey(key));
        }
    }
}
