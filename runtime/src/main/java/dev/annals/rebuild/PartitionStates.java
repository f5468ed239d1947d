package dev.annals.rebuild;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The three views of one partition, on disk and in the order of keys: what the events say, what the changelog says, and what
 * the topic of snapshots says. Used by one thread at a time.
 */
final class PartitionStates implements AutoCloseable {

    private final DiskMap folded;
    private final DiskMap stored;
    private final DiskMap published;

    /** Those in this directory, which may be there from before. */
    PartitionStates(Path directory) {
        folded = DiskMap.open(directory.resolve("folded"));
        stored = DiskMap.open(directory.resolve("stored"));
        published = DiskMap.open(directory.resolve("published"));
    }

    DiskMap folded() {
        return folded;
    }

    DiskMap stored() {
        return stored;
    }

    DiskMap published() {
        return published;
    }

    /** Hands over every entity of which one of the three knows. */
    void compare(Consumer<Compared> sink) {
        try (DiskCursor byEvents = folded.cursor();
                DiskCursor inStore = stored.cursor();
                DiskCursor inTopic = published.cursor()) {
            byte[] key = first(first(byEvents.key(), inStore.key()), inTopic.key());
            while (key != null) {
                byte[] state = byEvents.take(key);
                byte[] snapshot = inTopic.take(key);
                sink.accept(new Compared(
                        key,
                        state == null ? null : Folded.fromBytes(state),
                        inStore.take(key),
                        snapshot == null ? null : PublishedRecord.fromBytes(snapshot)));
                key = first(first(byEvents.key(), inStore.key()), inTopic.key());
            }
        }
    }

    @Override
    public void close() {
        try (published;
                stored) {
            folded.close();
        }
    }

    private static byte @Nullable [] first(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
