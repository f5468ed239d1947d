package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_INITIAL;
import static dev.annals.processor.diagnostic.Code.BAD_NAME;
import static dev.annals.processor.diagnostic.Code.GENERATED_TYPE_EXISTS;
import static dev.annals.processor.diagnostic.Code.GENERIC;
import static dev.annals.processor.diagnostic.Code.INACCESSIBLE;
import static dev.annals.processor.diagnostic.Code.NOTHING_CREATES;
import static dev.annals.processor.diagnostic.Code.NOT_A_RECORD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the annotated snapshot itself. */
class AggregateDiagnosticsTest {

    private static final String INITIAL = "static Account initial() { return new Account(0); }";

    @ParameterizedTest
    @ValueSource(strings = {"final class", "interface", "enum"})
    void snapshotThatIsNoRecord(String kind) {
        Domain domain = BANK.with("""
                package bank;

                @dev.annals.EventSourced(service = "bank", commands = Operation.class, events = Movement.class)
                public %s Account {
                }
                """.formatted(kind));

        compile(domain)
                .reports(error(
                        NOT_A_RECORD,
                        "public " + kind + " Account",
                        "@EventSourced belongs on a record, the snapshot: write 'public record Account(…)'"));
    }

    @Test
    void genericSnapshot() {
        compile(Domain.of("""
                        package bank;

                        import dev.annals.*;

                        @EventSourced(service = "bank", commands = Operation.class, events = Movement.class)
                        public record Account<T>(String owner) {
                            static <T> Movement decide(@org.jspecify.annotations.Nullable Account<T> account, Operation.Open open) {
                                return new Movement.Opened();
                            }
                            static Account<String> evolve(Movement.Opened opened) { return new Account<>(""); }
                        }
                        """, """
                        package bank;

                        import dev.annals.*;

                        public sealed interface Operation {
                            record Open(@Key String account) implements Operation {}
                        }
                        """, """
                        package bank;

                        public sealed interface Movement {
                            record Opened() implements Movement {}
                        }
                        """))
                .reports(error(
                        GENERIC,
                        "public record Account",
                        "A snapshot has no type parameters: write the types that Account holds"));
    }

    @Test
    void privateValue() {
        Domain domain = BANK.replace(
                        "public record Account(long balance) {",
                        "public record Account(long balance, @Nullable Note note) {\n  private record Note(String text) {}")
                .replace("return new Account(0);", "return new Account(0, null);");

        compile(domain)
                .reports(error(
                        INACCESSIBLE,
                        "record Note(",
                        "Note cannot be used by code in package bank, where Annals generates. Make it and the types"
                                + " around it package-private or public"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1bank", "bank_one", "bank.one", "bank/one", "größe"})
    void badServiceName(String name) {
        Domain domain = BANK.replace("service = \"bank\"", "service = \"" + name + "\"");

        compile(domain)
                .reports(error(
                        BAD_NAME,
                        "service = \"" + name,
                        "The service \"" + name + "\" is part of topics, URLs and class names: write a letter, then"
                                + " letters, digits and hyphens, 63 at the most"));
    }

    @Test
    void badAggregateName() {
        compile(BANK.replace("\"accounts\"", "\"my accounts\""))
                .reports(error(
                        BAD_NAME,
                        "name = \"my accounts\"",
                        "The name \"my accounts\" is part of topics, URLs and class names: write a letter, then letters,"
                                + " digits and hyphens, 63 at the most"));
    }

    @Test
    void classThatHasTheNameOfAGeneratedOne() {
        Domain domain = BANK.with("package bank;\n\nfinal class AccountsRoutes {}\n");

        compile(domain, "-Xlint:-processing")
                .reports(error(
                        GENERATED_TYPE_EXISTS,
                        "public record Account",
                        "Annals would generate bank.AccountsRoutes, and there is one already: give one of the two"
                                + " another name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private static Account initial() { return new Account(0); }",
                "static Object initial() { return new Account(0); }",
                "static @Nullable Account initial() { return null; }",
                "static <T> Account initial() { return new Account(0); }",
                "static Account initial() throws java.io.IOException { return new Account(0); }"
            })
    void badInitial(String method) {
        compile(BANK.replace(INITIAL, method))
                .reports(error(
                        BAD_INITIAL,
                        "initial()",
                        "initial() is the state of an entity that nothing has happened to: write 'static Account"
                                + " initial()'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Account initial() { return this; }", "static Account initial(long x) { return null; }", ""})
    void nothingThatCreates(String method) {
        compile(BANK.replace(INITIAL, method))
                .reports(
                        error(
                                NOTHING_CREATES,
                                "public record Account",
                                "There can never be Account: every decide needs one to be there. Make the decide that"
                                        + " creates one static, or write 'static Account initial()'"),
                        error(
                                NOTHING_CREATES,
                                "public record Account",
                                "There can never be Account: every evolve needs one to be there. Make the evolve that"
                                        + " creates one static, or write 'static Account initial()'"));
    }
}
