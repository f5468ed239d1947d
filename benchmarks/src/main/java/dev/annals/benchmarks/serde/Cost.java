package dev.annals.benchmarks.serde;

import org.openjdk.jmh.results.RunResult;

/**
 * What an operation costs.
 *
 * @param nanos on the clock
 * @param cpuNanos of all threads of the process
 * @param bytes allocated
 */
record Cost(double nanos, double cpuNanos, double bytes) {

    static Cost of(RunResult run) {
        return new Cost(
                run.getPrimaryResult().getScore(),
                secondary(run, CpuProfiler.LABEL),
                secondary(run, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult run, String label) {
        return run.getSecondaryResults().values().stream()
                .filter(result -> result.getLabel().endsWith(label))
                .mapToDouble(result -> result.getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH did not measure " + label));
    }
}
