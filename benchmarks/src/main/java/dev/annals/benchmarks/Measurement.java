package dev.annals.benchmarks;

import java.util.Arrays;

/** The latencies of all requests of a load, and what they took together. */
final class Measurement {

    private final long[] sortedNanos;
    private final long elapsedNanos;
    private final Usage usage;

    /** The times of all requests, which end up sorted; the time from the first to the last; what the process used meanwhile. */
    Measurement(long[] nanos, long elapsedNanos, Usage usage) {
        this.sortedNanos = nanos.clone();
        this.elapsedNanos = elapsedNanos;
        this.usage = usage;
        Arrays.sort(sortedNanos);
    }

    double percentileMillis(double percentile) {
        int index = (int) Math.min(sortedNanos.length - 1, Math.round(sortedNanos.length * percentile / 100));
        return sortedNanos[index] / 1e6;
    }

    double perSecond() {
        return sortedNanos.length / (elapsedNanos / 1e9);
    }

    double cpuMicrosPerCommand() {
        return usage.cpuNanos() / 1e3 / sortedNanos.length;
    }

    double kilobytesPerCommand() {
        return usage.allocatedBytes() / 1e3 / sortedNanos.length;
    }
}
