package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated for invoices, the example with a read model in SQL. */
class BillingGoldenTest {

    private static final Domain BILLING = Domain.in("../examples/invoices/src/main/java");

    private static final List<String> TELLING =
            List.of("billing/BillingService.java", "billing/lists/InvoiceListReadModel.java");

    @Test
    void compilesWithoutAWarning() {
        compile(BILLING, "-Xlint:-processing", "-Werror", "--release", "17").isClean();
    }

    @Test
    void generatesTheGoldens() {
        SortedMap<String, String> generated = new TreeMap<>(compile(BILLING).generated());
        generated.keySet().retainAll(TELLING);

        Goldens.of("billing").match(generated);
    }
}
