package dev.annals.rebuild;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What there is of one entity, and what there should be.
 *
 * @param folded what its events say; null where there are none
 * @param stored what the store's changelog says, or null
 * @param published what the topic of snapshots says, or null; a tombstone is null, too, as compaction removes it some time
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
record Compared(
        byte[] key,
        @Nullable Folded folded,
        byte @Nullable [] stored,
        @Nullable PublishedRecord published) {

    /** Whether the changelog has to be written. */
    boolean storeDiffers() {
        return folded == null ? stored != null : !Arrays.equals(folded.stored(), stored);
    }

    /** Whether the topic of snapshots has to be written. */
    boolean snapshotDiffers(Rebuilt target) {
        byte[] expected =
                folded == null || target.snapshotsTopic().isEmpty() ? null : target.published(folded.stored());
        if (expected == null || folded == null) {
            return published != null;
        }
        return published == null
                || (target.comparesVersions() && published.sequence() != target.version(folded.stored()))
                || !Arrays.equals(expected, published.value());
    }

    Kind kind(Rebuilt target) {
        boolean snapshotDiffers = snapshotDiffers(target);
        if (!storeDiffers() && !snapshotDiffers) {
            return Kind.UNCHANGED;
        } else if (folded == null) {
            return Kind.EXTRA;
        }
        return stored == null || (snapshotDiffers && published == null) ? Kind.MISSING : Kind.CHANGED;
    }
}
