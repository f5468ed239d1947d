package dev.annals.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A timer that is set, or cancelled.
 *
 * @param key of the store
 * @param value the correlation id and the id of the command that led to it, a line each; null where it is cancelled
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
record TimerChange(Bytes key, byte @Nullable [] value) {

    /** What changes between two states of an entity. */
    static <K, C, S> List<TimerChange> between(
            Aggregate<K, C, ?, S> aggregate, CommandRecord<K, C> command, @Nullable S before, @Nullable S after) {
        if (!aggregate.hasDeadlines()) {
            return List.of();
        }
        Set<Bytes> cancelled = keys(aggregate, command.key(), command.keyBytes(), before);
        Set<Bytes> set = keys(aggregate, command.key(), command.keyBytes(), after);
        Set<Bytes> kept = new HashSet<>(cancelled);
        kept.retainAll(set);
        List<TimerChange> changes = new ArrayList<>();
        cancelled.stream().filter(key -> !kept.contains(key)).forEach(key -> changes.add(new TimerChange(key, null)));
        byte[] value = value(command.correlationId(), command.messageId());
        set.stream().filter(key -> !kept.contains(key)).forEach(key -> changes.add(new TimerChange(key, value)));
        return changes;
    }

    /** The timers of a state. */
    static <K, C, S> Set<Bytes> keys(Aggregate<K, C, ?, S> aggregate, K key, Bytes keyBytes, @Nullable S state) {
        Set<Bytes> keys = new HashSet<>();
        if (state != null) {
            aggregate
                    .deadlines(key, state)
                    .all()
                    .forEach((name, due) -> keys.add(new Timer(Deadlines.millis(due.at()), name, keyBytes).key()));
        }
        return keys;
    }

    static byte[] value(String correlationId, String causationId) {
        return (correlationId + "\n" + causationId).getBytes(StandardCharsets.UTF_8);
    }
}
