package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import org.junit.jupiter.api.Test;

/** All that is generated for the smallest whole service. */
class BankGoldenTest {

    /** The example itself, so that the goldens are what its readers get. */
    static final Domain BANK = Domain.in("../examples/bank/src/main/java");

    @Test
    void generatesTheGoldens() {
        Goldens.of("bank").match(compile(BANK).generated());
    }
}
