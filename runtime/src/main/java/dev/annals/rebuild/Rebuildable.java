package dev.annals.rebuild;

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

    /** A store that the service makes again from this one, where a key of its is gone; nothing where there is none. */
    default Optional<Derived> derived() {
        return Optional.empty();
    }

    /**
     * A store that is made from another.
     *
     * @param marker the key, in each partition of its changelog
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Derived(String changelog, byte[] marker) {}

    @Override
    default Optional<String> changelog() {
        return Optional.of(changelogTopic());
    }

    /** Takes in one partition's events, whose states are kept in these. */
    Fold fold(FoldedStates states);
}
