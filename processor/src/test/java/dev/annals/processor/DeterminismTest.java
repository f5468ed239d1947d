package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sources give the same bytes. */
class DeterminismTest {

    @Test
    void twoCompilationsGiveTheSame() {
        assertThat(compile(ShopGoldenTest.SHOP).generated())
                .isEqualTo(compile(ShopGoldenTest.SHOP).generated());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void orderOfTheFilesMakesNoDifference(int seed) {
        assertThat(compile(shuffled(ShopGoldenTest.SHOP, seed)).generated())
                .isEqualTo(compile(ShopGoldenTest.SHOP).generated());
    }

    /** Leaves in files of their own, of which javac makes what is permitted in the order in which it gets them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void orderOfTheLeavesFilesMakesNoDifference(int seed) {
        Domain domain = Domain.BANK
                .with("package bank;\n\npublic sealed interface Movement permits Inward, Withdrawn {}\n")
                .replace("import bank.Movement.*;\n", "")
                .with(
                        "package bank;\n\npublic sealed interface Inward extends Movement permits Granted, Deposited {}\n")
                .with("package bank;\n\npublic record Deposited(long amount) implements Inward {}\n")
                .with("package bank;\n\npublic record Granted(long amount) implements Inward {}\n")
                .with("package bank;\n\npublic record Withdrawn(long amount) implements Movement {}\n")
                .replace(
                        "Account evolve(Deposited deposited) { return this; }",
                        "Account evolve(Inward inward) { return this; }");
        compile(domain).isClean();

        assertThat(compile(shuffled(domain, seed)).generated())
                .isEqualTo(compile(domain).generated());
    }

    private static Domain shuffled(Domain domain, int seed) {
        List<String> names = new ArrayList<>(domain.sources().keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, String> sources = new LinkedHashMap<>();
        names.forEach(name -> sources.put(name, domain.sources().getOrDefault(name, "")));
        return new Domain(sources);
    }
}
