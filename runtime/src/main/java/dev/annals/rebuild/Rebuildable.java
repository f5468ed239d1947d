package dev.annals.rebuild;

import java.util.List;
import java.util.Optional;

/**
 * Something that was built from one topic of events, partition by partition, and can be built again: the store of an
 * aggregate with its topic of snapshots. Safe for use by several threads.
 *
 * <p>What is folded from a partition of the source belongs into the same partition of the targets.
 */
public interface Rebuildable extends Rebuilt {

    /** The name under which it is built again together with others: {@code books} for the history of books. */
    default String group() {
        return name();
    }

    /** The topic of events that it is built from. */
    String sourceTopic();

    /** The store's changelog topic, from which every instance's local state catches up. */
    String changelogTopic();

    /** The changelogs of stores that the service makes again from this one where they are gone. */
    default List<String> derivedChangelogs() {
        return List.of();
    }

    @Override
    default Optional<String> changelog() {
        return Optional.of(changelogTopic());
    }

    /** Takes in one partition's events, whose states are kept in these. */
    Fold fold(FoldedStates states);
}
