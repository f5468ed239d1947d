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

/** Encodes and decodes one event after the other. JMH gives each combination a JVM of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SerdeBenchmark {

    @Param
    private Encoding encoding = Encoding.ANNALS;

    @Param
    private EventKind kind = EventKind.ORDER_PLACED;

    private Contender contender = new AnnalsContender();
    private Object[] events = {};
    private byte[][] encoded = {};
    private int next;

    /** Encodes once what is decoded later. */
    @Setup
    public void setUp() throws IOException {
        contender = encoding.contender(kind);
        events = encoding.events(kind).toArray();
        encoded = new byte[events.length][];
        for (int i = 0; i < events.length; i++) {
            encoded[i] = contender.encode(events[i]);
            if (!contender.decode(encoded[i]).equals(events[i])) {
                throw new IllegalStateException(encoding + " does not give back what it was given: " + events[i]);
            }
        }
    }

    @Benchmark
    public byte[] encode() throws IOException {
        return contender.encode(events[next++ & (EventKind.EVENTS - 1)]);
    }

    @Benchmark
    public Object decode() throws IOException {
        return contender.decode(encoded[next++ & (EventKind.EVENTS - 1)]);
    }
}
