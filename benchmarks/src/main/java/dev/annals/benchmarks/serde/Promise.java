package dev.annals.benchmarks.serde;

import java.util.Locale;

/**
 * A ratio of two figures of one run, and the most that it may be.
 *
 * @param what is compared
 */
record Promise(String what, double ratio, double atMost) {

    boolean isKept() {
        return ratio <= atMost;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %s |", what, ratio, atMost, isKept() ? "kept" : "BROKEN");
    }
}
