package dev.annals.serde;

import org.jspecify.annotations.Nullable;

/**
 * The array that a thread writes its messages in, one after the other. Who takes it while it is in use, which is when
 * writing one message leads to writing another, gets a new one.
 */
final class WriteBuffer {

    static final int INITIAL_CAPACITY = 512;

    /** What a few large messages took is given up, so that no thread holds on to it for good. */
    static final int LARGEST_KEPT = 64 * 1024;

    private static final ThreadLocal<WriteBuffer> OF_THREAD = ThreadLocal.withInitial(WriteBuffer::new);

    private byte @Nullable [] kept;

    static WriteBuffer ofThread() {
        return OF_THREAD.get();
    }

    byte[] take() {
        byte[] taken = kept;
        kept = null;
        return taken == null ? new byte[INITIAL_CAPACITY] : taken;
    }

    void giveBack(byte[] buffer) {
        if (buffer.length <= LARGEST_KEPT) {
            kept = buffer;
        }
    }
}
