package dev.annals.benchmarks.serde;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decodes events that an earlier version wrote. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormerBenchmark {

    @Param
    private FormerReader reader = FormerReader.ANNALS;

    @Param({"false", "true"})
    private boolean nested;

    private Contender contender = new AnnalsContender();
    private byte[][] encoded = {};
    private int next;

    /** Encodes once what is decoded later. */
    @Setup
    public void setUp() throws IOException {
        contender = reader.contender(nested);
        encoded = new byte[EventKind.EVENTS][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = contender.encode(SampleOrders.placed(i));
            contender.decode(encoded[i]);
        }
    }

    @Benchmark
    public Object decodeFormer() throws IOException {
        return contender.decode(encoded[next++ & (EventKind.EVENTS - 1)]);
    }
}
