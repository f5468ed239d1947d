package dev.annals.benchmarks.serde;

import java.util.ArrayList;
import java.util.List;

/** What Annals promises of its encoding, as ratios within one run. */
final class Promises {

    private static final double ENCODE_CPU = 1 / 3.0;
    private static final double ENCODE_BYTES = 1 / 3.0;
    private static final double DECODE_CPU = 1 / 2.5;
    private static final double DECODE_BYTES = 1 / 2.0;
    private static final double FORMER_CPU = 1.3;
    private static final int FORY_IS_MEASURED_ON = 17;

    private Promises() {}

    static List<Promise> of(Costs costs) {
        List<Promise> promises = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            add(promises, costs, kind, "encode", ENCODE_CPU, ENCODE_BYTES);
            add(promises, costs, kind, "decode", DECODE_CPU, DECODE_BYTES);
            if (Runtime.version().feature() == FORY_IS_MEASURED_ON) {
                promises.add(new Promise(
                        kind + ", encode, CPU: Annals / Fory",
                        costs.of(Encoding.ANNALS, kind, "encode").cpuNanos()
                                / costs.of(Encoding.FORY, kind, "encode").cpuNanos(),
                        1));
            }
        }
        Cost same = costs.of(Encoding.ANNALS, EventKind.ORDER_PLACED, "decode");
        for (boolean nested : new boolean[] {false, true}) {
            promises.add(new Promise(
                    "decode of an earlier version, CPU: " + FormerTable.change(nested) + " / the same schema",
                    costs.ofFormer(FormerReader.ANNALS, nested).cpuNanos() / same.cpuNanos(),
                    FORMER_CPU));
        }
        return promises;
    }

    private static void add(
            List<Promise> promises, Costs costs, EventKind kind, String operation, double cpu, double bytes) {
        Cost ours = costs.of(Encoding.ANNALS, kind, operation);
        Cost theirs = costs.ofSpecific(kind, operation);
        String what = kind + ", " + operation + ", %s: Annals / SpecificRecord";
        promises.add(new Promise(what.formatted("CPU"), ours.cpuNanos() / theirs.cpuNanos(), cpu));
        promises.add(new Promise(what.formatted("allocation"), ours.bytes() / theirs.bytes(), bytes));
    }
}
