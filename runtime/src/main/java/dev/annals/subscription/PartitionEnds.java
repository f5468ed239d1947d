package dev.annals.subscription;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks where partitions begin and end. Those whose leader is away are left out of the answer, and hold up the others for a moment only.
 * Used by the thread of the consumer.
 */
public final class PartitionEnds {

    private static final Duration TOGETHER = Duration.ofSeconds(2);
    private static final Duration ALONE = Duration.ofMillis(500);
    private static final long ONE_BY_ONE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Question beginnings;
    private final Question ends;

    /** Those that gave no answer when they were last asked, the one first that was asked the longest ago. */
    private final Set<TopicPartition> silent = new LinkedHashSet<>();

    public PartitionEnds(Consumer<?, ?> consumer) {
        this(consumer::beginningOffsets, consumer::endOffsets);
    }

    PartitionEnds(Question beginnings, Question ends) {
        this.beginnings = beginnings;
        this.ends = ends;
    }

    /** What a consumer is asked; all get an answer, or none. */
    @FunctionalInterface
    interface Question {
        Map<TopicPartition, Long> ask(Collection<TopicPartition> partitions, Duration timeout);
    }

    /** The first offsets that there are. */
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return ask(beginnings, partitions);
    }

    /** The offsets behind the last ones. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return ask(ends, partitions);
    }

    private Map<TopicPartition, Long> ask(Question question, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> found = new HashMap<>();
        Set<TopicPartition> together = new HashSet<>(partitions);
        together.removeAll(silent);
        ask(question, together, TOGETHER, found);
        List<TopicPartition> alone =
                silent.stream().filter(partitions::contains).toList();
        long end = System.nanoTime() + ONE_BY_ONE_NANOS;
        for (int i = 0; i < alone.size() && System.nanoTime() - end < 0; i++) {
            ask(question, List.of(alone.get(i)), ALONE, found);
        }
        return found;
    }

    private void ask(
            Question question,
            Collection<TopicPartition> partitions,
            Duration timeout,
            Map<TopicPartition, Long> found) {
        try {
            found.putAll(question.ask(partitions, timeout));
            silent.removeAll(Set.copyOf(partitions));
        } catch (TimeoutException e) {
            silent.removeAll(Set.copyOf(partitions));
            silent.addAll(partitions);
        }
    }
}
