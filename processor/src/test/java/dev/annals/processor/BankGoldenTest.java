package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All that is generated for the smallest whole service. */
class BankGoldenTest {

    /** The example itself, so that the goldens are what its readers get. */
    static final Domain BANK = Domain.in("../examples/bank/src/main/java");

    /** What transfers have, and accounts have not. */
    private static final List<String> OF_TRANSFERS =
            List.of("bank/transfers/TransferStepsReaction.java", "bank/transfers/TransfersAggregate.java");

    @Test
    void generatesTheGoldens() {
        SortedMap<String, String> generated = new TreeMap<>(compile(BANK).generated());
        generated.keySet().removeIf(file -> file.contains("bank/transfers/") && !OF_TRANSFERS.contains(file));
        generated.keySet().removeIf(file -> file.contains("bank.transfers."));

        Goldens.of("bank").match(generated);
    }
}
