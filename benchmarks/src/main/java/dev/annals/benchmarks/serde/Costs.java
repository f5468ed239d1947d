package dev.annals.benchmarks.serde;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What was measured in one run. */
final class Costs {

    /**
     * What was done.
     *
     * @param operation the name of the benchmark's method
     */
    record Work(Encoding encoding, EventKind kind, String operation) {}

    private final Map<Work, Cost> costs = new LinkedHashMap<>();

    Costs(Collection<RunResult> runs) {
        for (RunResult run : runs) {
            BenchmarkParams params = run.getParams();
            String benchmark = params.getBenchmark();
            costs.put(
                    new Work(
                            Encoding.valueOf(params.getParam("encoding")),
                            EventKind.valueOf(params.getParam("kind")),
                            benchmark.substring(benchmark.lastIndexOf('.') + 1)),
                    Cost.of(run));
        }
    }

    Cost of(Encoding encoding, EventKind kind, String operation) {
        Cost cost = costs.get(new Work(encoding, kind, operation));
        if (cost == null) {
            throw new IllegalStateException("%s of %s by %s was not measured".formatted(operation, kind, encoding));
        }
        return cost;
    }

    /** What Avro's users pay with the faster of the two ways that they have. */
    Cost ofSpecific(EventKind kind, String operation) {
        Cost datum = of(Encoding.SPECIFIC_DATUM, kind, operation);
        Cost message = of(Encoding.SPECIFIC_MESSAGE, kind, operation);
        return datum.cpuNanos() < message.cpuNanos() ? datum : message;
    }
}
