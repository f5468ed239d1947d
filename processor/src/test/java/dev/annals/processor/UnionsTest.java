package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Domain.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed interfaces as components, where they hold themselves or are the domain's own. */
class UnionsTest {

    private static final Domain FORMULA = BANK.with("""
            package bank;

            public sealed interface Formula {
                record Sum(Formula left, Formula right) implements Formula {}
                record Constant(long value) implements Formula {}
            }
            """);

    @Test
    void exampleOfACommandEnds() {
        Domain domain = FORMULA.replace(
                "record Deposit(String account, long amount)", "record Deposit(String account, Formula it)");

        Compiled compiled = compile(domain);

        assertThat(compiled.reported()).isEmpty();
        assertThat(String.join("\n", compiled.generated().values()))
                .contains("\\\"it\\\":{\\\"_type\\\":\\\"Constant\\\",\\\"value\\\":100}");
    }

    @Test
    void unionWithoutAnEndIsRefused() {
        Domain domain = FORMULA.replace(
                        "record Deposit(String account, long amount)", "record Deposit(String account, Formula it)")
                .without("    record Constant(long value) implements Formula {}\n");

        assertThat(compile(domain).reported())
                .containsExactly(
                        "error Formula.java:4 [ANNALS-501] Sum always holds another Sum, so that there can be none:"
                                + " write an Optional or a List of it");
    }

    /** Events are records like others; that they are messages too changes nothing inside of another. */
    @ParameterizedTest
    @ValueSource(strings = {"@Nullable Movement cause", "List<Movement> causes", "Optional<Deposited> last"})
    void messageMayHoldMessages(String component) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(" + component + ")")
                .replace("return new Deposited(1);", "return null;");

        assertThat(compile(domain).reported()).isEmpty();
    }

    @Test
    void sealedInterfaceOfAnotherPackageMustBePublic() {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(other.Open.Shape it)")
                .replace("return new Deposited(1);", "return null;")
                .with("""
                        package other;

                        public interface Open {
                            sealed interface Shape permits Hidden {}
                        }

                        record Hidden(long x) implements Open.Shape {}
                        """);

        assertThat(compile(domain).reported())
                .containsExactly("error Open.java:7 [ANNALS-103] Hidden cannot be used by code in package bank, where"
                        + " Annals generates. Make it and the types around it public");
    }
}
