package dev.annals.benchmarks;

import dev.annals.benchmarks.byhand.HandWrittenBank;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * Measures the time from a command's POST to its reply, one after the other in this process and on one broker: the bank as
 * Annals generates it, and the same bank as one writes it by hand. Ends with 1 where Annals is not ahead as promised.
 */
public final class EndToEnd {

    private static final int WARM_UP_ONE = 300;
    private static final int WARM_UP_MANY = 10_000;
    private static final int ONE_CALLER_REQUESTS = 500;
    private static final int MANY_CALLERS = 256;
    private static final int MANY_CALLERS_REQUESTS = 20_000;

    /** The most that Annals' median for one caller may be of the hand-written one's. */
    private static final double MEDIAN_RATIO = 0.5;

    private EndToEnd() {}

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("annals-benchmark");
        try (Broker broker = EmbeddedBroker.start(new BrokerSettings(directory.resolve("broker"), 0, false))) {
            System.out.printf(
                    "%-16s %10s %8s %8s %8s %10s %12s %12s%n",
                    "", "callers", "p50 ms", "p95 ms", "p99 ms", "per s", "CPU us each", "KB each");
            double byHand = measure("by hand", HandWrittenBank::start, broker, directory.resolve("by-hand"));
            double annals = measure("annals", AnnalsBank::start, broker, directory.resolve("annals"));
            double ratio = annals / byHand;
            System.out.printf("median of one caller, annals / by hand: %.2f (at most %.2f)%n", ratio, MEDIAN_RATIO);
            if (ratio > MEDIAN_RATIO) {
                System.exit(1);
            }
        }
    }

    private static double measure(String name, BiFunction<String, Path, Subject> start, Broker broker, Path directory)
            throws Exception {
        try (Subject subject = start.apply(broker.bootstrapServers(), directory)) {
            Load load = new Load(subject.commands());
            load.run(1, WARM_UP_ONE);
            load.run(MANY_CALLERS, WARM_UP_MANY);
            Measurement one = load.run(1, ONE_CALLER_REQUESTS);
            print(name, 1, one);
            print(name, MANY_CALLERS, load.run(MANY_CALLERS, MANY_CALLERS_REQUESTS));
            return one.percentileMillis(50);
        }
    }

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    private static void print(String name, int callers, Measurement measured) {
        System.out.printf(
                "%-16s %10d %8.1f %8.1f %8.1f %10.0f %12.0f %12.1f%n",
                name,
                callers,
                measured.percentileMillis(50),
                measured.percentileMillis(95),
                measured.percentileMillis(99),
                measured.perSecond(),
                measured.cpuMicrosPerCommand(),
                measured.kilobytesPerCommand());
    }
}
