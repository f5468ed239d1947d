package dev.annals.aggregate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The committed views of one aggregate's partitions that this process owns. Safe for use by several threads. */
final class CommittedViews {

    private final Map<Integer, CommittedView> byPartition = new ConcurrentHashMap<>();

    CommittedView open(int partition) {
        CommittedView view = new CommittedView();
        byPartition.put(partition, view);
        return view;
    }

    void close(int partition, CommittedView view) {
        view.close();
        byPartition.remove(partition, view);
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
