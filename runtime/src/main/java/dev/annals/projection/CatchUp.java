package dev.annals.projection;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for an application to take in what a topic holds up to some offset: first that itself, then what came of it in the
 * application's internal topics, from one to the next. Asked again and again, by one thread after another.
 */
public final class CatchUp {

    private final ApplicationProgress progress;
    private Map<TopicPartition, Long> offsets;
    private int left;

    /**
     * Waits for these offsets.
     *
     * @param offsets of the first record of each partition that need not be taken in
     */
    public CatchUp(ApplicationProgress progress, Map<TopicPartition, Long> offsets) {
        this.progress = progress;
        this.offsets = Map.copyOf(offsets);
        this.left = progress.internalTopics().size();
    }

    /** Waits for all that these topics hold now. */
    public static CatchUp withAllOf(ApplicationProgress progress, Collection<String> topics) {
        return new CatchUp(progress, progress.ends(topics));
    }

    /** Whether it has; blocks on the brokers. */
    public boolean isReached() {
        while (progress.hasReached(offsets)) {
            if (left == 0) {
                return true;
            }
            // As many times as there are internal topics: each time, what was in one of them is in the next.
            left--;
            offsets = progress.ends(progress.internalTopics());
        }
        return false;
    }
}
