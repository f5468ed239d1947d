package dev.annals.benchmarks.serde;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all encodings in one run and prints a table of what they cost; ends with 1 where Annals is not ahead as promised.
 * With {@code quick} as argument it measures for a quarter of the time: enough to look, not to judge.
 */
public final class EncodingTable {

    private EncodingTable() {}

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    public static void main(String[] args) throws Exception {
        Costs costs = new Costs(new Runner(options(args.length > 0 && args[0].equals("quick"))).run());
        System.out.printf(
                "%n%s, JDK %s, %d cores, %s %s%n",
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        for (EventKind kind : EventKind.values()) {
            print(kind, costs);
        }
        FormerTable.print(costs);
        List<Promise> promises = Promises.of(costs);
        System.out.printf("%n| promised | ratio | at most | |%n|---|---|---|---|%n");
        promises.forEach(System.out::println);
        if (!promises.stream().allMatch(Promise::isKept)) {
            System.exit(1);
        }
    }

    private static Options options(boolean quick) {
        return new OptionsBuilder()
                .include(SerdeBenchmark.class.getName() + ".*")
                .include(FormerBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvmArgsAppend("-Xmx1g", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.annals.benchmarks.specific")
                .forks(1)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1_000))
                .verbosity(quick ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
    }

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    private static void print(EventKind kind, Costs costs) {
        System.out.printf(
                "%n| %s | encode | CPU | allocated | decode | CPU | allocated |%n|---|---|---|---|---|---|---|%n",
                kind);
        for (Encoding encoding : Encoding.values()) {
            Cost encode = costs.of(encoding, kind, "encode");
            Cost decode = costs.of(encoding, kind, "decode");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f ns | %.0f ns | %.0f B | %.0f ns | %.0f ns | %.0f B |%n",
                    encoding.label(),
                    encode.nanos(),
                    encode.cpuNanos(),
                    encode.bytes(),
                    decode.nanos(),
                    decode.cpuNanos(),
                    decode.bytes());
        }
    }
}
