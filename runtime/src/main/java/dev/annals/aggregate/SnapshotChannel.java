package dev.annals.aggregate;

import dev.annals.serde.MessageCodec;

/**
 * A topic of snapshots, of an aggregate or a projection, and how they are read. Safe for use by several threads.
 *
 * @param <K> the type of its keys
 * @param <S> the record
 */
public interface SnapshotChannel<K, S> {

    String snapshotsTopic();

    KeyCodec<K> keys();

    MessageCodec<S> snapshots();
}
