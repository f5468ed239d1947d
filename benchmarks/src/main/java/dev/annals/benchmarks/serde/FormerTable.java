package dev.annals.benchmarks.serde;

import java.util.Locale;

/** Prints what it costs to read what an earlier version wrote. */
final class FormerTable {

    private FormerTable() {}

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    static void print(Costs costs) {
        System.out.printf(
                "%n| an ORDER_PLACED of an earlier version | decode | CPU | allocated |%n|---|---|---|---|%n");
        for (boolean nested : new boolean[] {false, true}) {
            for (FormerReader reader : FormerReader.values()) {
                Cost cost = costs.ofFormer(reader, nested);
                System.out.printf(
                        Locale.ROOT,
                        "| %s: %s | %.0f ns | %.0f ns | %.0f B |%n",
                        change(nested),
                        reader.label(),
                        cost.nanos(),
                        cost.cpuNanos(),
                        cost.bytes());
            }
        }
    }

    /** What is not as it was. */
    static String change(boolean nested) {
        return nested ? "and a nested record changed, too" : "a field added, one removed, one renamed";
    }
}
