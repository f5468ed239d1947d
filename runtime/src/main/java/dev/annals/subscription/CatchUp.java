package dev.annals.subscription;

import dev.annals.extension.ExtensionName;
import dev.annals.subscription.OpenSubscription.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether all has been handled that the partitions held when they came; those that have left are others' to handle. Tells once when it
 * has. Used by the thread of the consumer, but for {@link #isReached}.
 */
public final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ExtensionName name;
    private final PartitionEnds ends;
    private final Step told;
    private final CompletableFuture<Void> failure;
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private final Set<TopicPartition> withoutGoal = new HashSet<>();
    private long askAt = System.nanoTime();
    private volatile boolean reached;

    /**
     * Nothing has been handled yet.
     *
     * @param told when it is, on a thread of its own
     * @param failure completed exceptionally when that cannot be gone on after
     */
    public CatchUp(ExtensionName name, PartitionEnds ends, Step told, CompletableFuture<Void> failure) {
        this.name = name;
        this.ends = ends;
        this.told = told;
        this.failure = failure;
    }

    public boolean isReached() {
        return reached;
    }

    public void assigned(Collection<TopicPartition> partitions) {
        if (!reached) {
            withoutGoal.addAll(partitions);
            askAt = System.nanoTime();
        }
    }

    public void left(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            withoutGoal.remove(partition);
            goals.remove(partition);
        });
    }

    /**
     * Looks whether it is reached.
     *
     * @param handled the first offset of a partition that is not handled; -1 where that is not known
     */
    public void look(ToLongFunction<TopicPartition> handled) {
        if (!reached && hasGoals() && isReached(handled)) {
            reached = true;
            // It may take long, and is not to be in the way of events.
            Thread teller = new Thread(this::tell, name.applicationId() + "-caught-up");
            teller.setDaemon(true);
            teller.start();
        }
    }

    /** Whether there is a partition, and it is known of all where they ended. */
    private boolean hasGoals() {
        if (!withoutGoal.isEmpty() && System.nanoTime() - askAt >= 0) {
            goals.putAll(ends.ends(withoutGoal));
            withoutGoal.removeAll(goals.keySet());
            askAt = System.nanoTime() + ASK_EVERY_NANOS;
        }
        return withoutGoal.isEmpty() && !goals.isEmpty();
    }

    private boolean isReached(ToLongFunction<TopicPartition> handled) {
        return goals.entrySet().stream().allMatch(goal -> handled.applyAsLong(goal.getKey()) >= goal.getValue());
    }

    private void tell() {
        try {
            told.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error("onCaughtUp of {} failed", name, e);
        } catch (Throwable e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }
}
