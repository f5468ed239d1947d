package dev.annals.aggregate;

import dev.annals.ownership.Lease;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The committed views of one store's partitions that this process owns. Safe for use by several threads. */
public final class CommittedViews {

    private final Map<Integer, CommittedView> byPartition = new ConcurrentHashMap<>();

    /**
     * Opens a view of a partition.
     *
     * @param lease that of the stream thread which writes the partition
     */
    public CommittedView open(int partition, Lease lease) {
        CommittedView view = new CommittedView(lease);
        byPartition.put(partition, view);
        return view;
    }

    /** Closes a view, and forgets it. */
    public void close(int partition, CommittedView view) {
        view.close();
        byPartition.remove(partition, view);
    }

    /** The view of a partition that is here, or null. */
    @Nullable
    CommittedView find(int partition) {
        return byPartition.get(partition);
    }

    /** Whether a partition is here, and what is read of it is the last that was committed. */
    boolean isOpen(int partition) {
        CommittedView view = byPartition.get(partition);
        return view != null && view.isOpen();
    }

    /** All that are open. */
    Collection<CommittedView> all() {
        return List.copyOf(byPartition.values());
    }

    /** The partitions that are here. */
    Set<Integer> open() {
        return byPartition.keySet().stream().filter(this::isOpen).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The view of a partition.
     *
     * @throws NotReadyException when this process does not own it, or has not restored it yet
     */
    CommittedView of(int partition) {
        CommittedView view = byPartition.get(partition);
        if (view == null) {
            throw new NotReadyException("Partition " + partition + " is not ready here");
        }
        return view;
    }
}
