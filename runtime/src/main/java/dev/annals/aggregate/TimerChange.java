package dev.annals.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer that is set, or cancelled.
 *
 * @param cause what led to it, or null where it is cancelled
 */
record TimerChange(Timer timer, @Nullable TimerCause cause) {

    private static final Logger LOG = LoggerFactory.getLogger(TimerChange.class);

    /** What changes between two states of an entity. What both have stays: it may have been due already. */
    static <K, C, S> List<TimerChange> between(
            Aggregate<K, C, ?, S> aggregate, CommandRecord<K, C> command, @Nullable S before, @Nullable S after) {
        if (!aggregate.hasDeadlines()) {
            return List.of();
        }
        Set<Timer> set = timers(aggregate, command.key(), command.keyBytes(), after);
        Set<Timer> cancelled = former(aggregate, command, before);
        List<TimerChange> changes = new ArrayList<>();
        cancelled.stream()
                .filter(timer -> !set.contains(timer))
                .forEach(timer -> changes.add(new TimerChange(timer, null)));
        set.stream()
                .filter(timer -> !cancelled.contains(timer))
                .forEach(timer -> changes.add(new TimerChange(timer, cause(command, timer))));
        return changes;
    }

    /** Only what is due at once is a hop: where time has to pass, a chain ends, and what recurs may do so for ever. */
    private static TimerCause cause(CommandRecord<?, ?> command, Timer timer) {
        boolean isHop = command.hops() != null && timer.millis() <= command.timestamp();
        String hops = isHop ? new String(command.hops(), StandardCharsets.UTF_8) : "";
        return new TimerCause(command.correlationId(), command.messageId(), hops, false);
    }

    /** A state that is there must not keep its entity from changing: what is left of it finds no deadline when it is due. */
    private static <K, C, S> Set<Timer> former(
            Aggregate<K, C, ?, S> aggregate, CommandRecord<K, C> command, @Nullable S before) {
        try {
            return timers(aggregate, command.key(), command.keyBytes(), before);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("What was due of {} {} is not known", aggregate.name(), command.keyBytes(), e);
            return Set.of();
        }
    }

    /** The timers of a state. */
    static <K, C, S> Set<Timer> timers(Aggregate<K, C, ?, S> aggregate, K key, Bytes keyBytes, @Nullable S state) {
        Set<Timer> timers = new HashSet<>();
        if (state != null) {
            aggregate
                    .deadlines(key, state)
                    .all()
                    .forEach((name, due) -> timers.add(new Timer(Deadlines.millis(due.at()), name, keyBytes)));
        }
        return timers;
    }
}
