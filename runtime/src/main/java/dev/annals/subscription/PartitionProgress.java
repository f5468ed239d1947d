package dev.annals.subscription;

import java.time.Duration;
import java.util.TreeSet;

/**
 * How far the events of one partition have been handled, while it is here. Events end in any order; what counts as handled ends
 * before the first one that is not. Safe for use by several threads.
 */
final class PartitionProgress {

    private final TreeSet<Long> inFlight = new TreeSet<>();

    /** The first offset that has not been taken; -1 where that is not known yet. */
    private long position = -1;

    private int running;
    private boolean left;

    synchronized void taken(long offset) {
        inFlight.add(offset);
        position = Math.max(position, offset + 1);
    }

    /** All below this offset has been taken; there may be no event at all up to it. */
    synchronized void fetchedUpTo(long offset) {
        position = Math.max(position, offset);
    }

    /** Whether this has been taken already: offsets come again in a topic that was made again, or a log that was cut off. */
    synchronized boolean hasTaken(long offset) {
        return offset < position;
    }

    synchronized void done(long offset) {
        inFlight.remove(offset);
    }

    synchronized int inFlight() {
        return inFlight.size();
    }

    /** The first offset that is not handled; -1 where that is not known yet. */
    synchronized long handled() {
        return inFlight.isEmpty() ? position : inFlight.first();
    }

    /**
     * Begins to handle an event.
     *
     * @return false where the partition has left
     */
    synchronized boolean begin() {
        if (left) {
            return false;
        }
        running++;
        return true;
    }

    synchronized void end() {
        running--;
        notifyAll();
    }

    synchronized boolean hasLeft() {
        return left;
    }

    /** No event of it begins any more. */
    synchronized void leave() {
        left = true;
    }

    /**
     * Waits for the events that are being handled.
     *
     * @param deadline as of {@link System#nanoTime()}
     */
    synchronized void awaitNoneRunning(long deadline) throws InterruptedException {
        while (running > 0) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
