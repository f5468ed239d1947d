package dev.annals.rebuild;

/** Ends the threads of a rebuild that another thread has ended. */
final class Cancelled {

    private Cancelled() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RebuildException("The rebuild was interrupted; it can be repeated");
        }
    }
}
