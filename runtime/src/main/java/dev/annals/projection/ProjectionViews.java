package dev.annals.projection;

import dev.annals.aggregate.CommittedView;
import dev.annals.aggregate.CommittedViews;
import dev.annals.ownership.Lease;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens one committed view for a partition, however many of a task's processors write its store: several where events of several
 * aggregates are folded. Safe for use by several threads.
 */
final class ProjectionViews {

    private final CommittedViews views = new CommittedViews();
    private final Map<Integer, Use> uses = new HashMap<>();

    private static final class Use {

        private final CommittedView view;
        private int count;

        Use(CommittedView view) {
            this.view = view;
        }
    }

    synchronized CommittedView open(int partition, Lease lease) {
        Use use = uses.computeIfAbsent(partition, unused -> new Use(views.open(partition, lease)));
        use.count++;
        return use.view;
    }

    synchronized void close(int partition) {
        Use use = uses.get(partition);
        if (use != null && --use.count == 0) {
            uses.remove(partition);
            views.close(partition, use.view);
        }
    }

    CommittedViews views() {
        return views;
    }
}
