package dev.annals.subscription;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records are not handled yet. What is fetched from is told where it ends; where something is not fetched from, Kafka is asked,
 * once a second. Used by the thread of the consumer, but for {@link #records}.
 */
public final class Lag {

    private static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<?, ?> consumer;
    private final PartitionEnds ends;
    private long askAt = System.nanoTime();
    private volatile long records;

    public Lag(Consumer<?, ?> consumer, PartitionEnds ends) {
        this.consumer = consumer;
        this.ends = ends;
    }

    public long records() {
        return records;
    }

    /**
     * Looks how far it is.
     *
     * @param partitions all that there are here
     * @param handled the first offset of a partition that is not handled; negative where that is not known
     * @param inMemory how many events have been fetched, and are not handled
     */
    public void look(Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> handled, int inMemory) {
        if (consumer.paused().isEmpty()) {
            records = inMemory + partitions.stream().mapToLong(this::unfetched).sum();
        } else if (System.nanoTime() - askAt >= 0) {
            Map<TopicPartition, Long> found = ends.ends(partitions);
            records = partitions.stream()
                    .mapToLong(partition -> found.containsKey(partition)
                            ? Math.max(0, found.get(partition) - Math.max(0, handled.applyAsLong(partition)))
                            : unfetched(partition))
                    .sum();
            askAt = System.nanoTime() + ASK_EVERY_NANOS;
        }
    }

    private long unfetched(TopicPartition partition) {
        return consumer.currentLag(partition).orElse(0);
    }
}
