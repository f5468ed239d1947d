package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import org.junit.jupiter.api.Test;

/** What a compiler prints where nothing is wrong: nothing. */
class CleanOutputTest {

    @Test
    void domainOfAnnalsOwnAnnotationsCompilesWithoutAWarning() {
        compile(Domain.BANK, "-Werror", "--release", "17").isClean();
        compile(Domain.OPENED_BANK, "-Werror").isClean();
    }

    /** Its package has an annotation of JSpecify's, which no processor claims. */
    @Test
    void exampleCompilesWithoutAWarning() {
        compile(BankGoldenTest.BANK, "-Xlint:-processing", "-Werror").isClean();
    }

    @Test
    void compilationWithoutADomainIsLeftAlone() {
        compile(Domain.of("package other;\n\npublic class Other {}\n"), "-Werror")
                .isClean();
    }
}
