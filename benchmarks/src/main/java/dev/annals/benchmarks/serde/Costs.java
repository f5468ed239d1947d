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

    /** What an earlier version wrote, and who read it. */
    record FormerWork(FormerReader reader, boolean nested) {}

    private final Map<Record, Cost> costs = new LinkedHashMap<>();

    Costs(Collection<RunResult> runs) {
        for (RunResult run : runs) {
            costs.put(work(run.getParams()), Cost.of(run));
        }
    }

    private static Record work(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        if (benchmark.startsWith(FormerBenchmark.class.getName())) {
            return new FormerWork(
                    FormerReader.valueOf(params.getParam("reader")), Boolean.parseBoolean(params.getParam("nested")));
        }
        return new Work(
                Encoding.valueOf(params.getParam("encoding")),
                EventKind.valueOf(params.getParam("kind")),
                benchmark.substring(benchmark.lastIndexOf('.') + 1));
    }

    Cost of(Encoding encoding, EventKind kind, String operation) {
        return of(new Work(encoding, kind, operation));
    }

    Cost ofFormer(FormerReader reader, boolean nested) {
        return of(new FormerWork(reader, nested));
    }

    private Cost of(Record work) {
        Cost cost = costs.get(work);
        if (cost == null) {
            throw new IllegalStateException("Not measured: " + work);
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
