package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.DUPLICATE_LEAF_NAME;
import static dev.annals.processor.diagnostic.Code.GENERIC;
import static dev.annals.processor.diagnostic.Code.INACCESSIBLE;
import static dev.annals.processor.diagnostic.Code.LEAF_NOT_A_RECORD;
import static dev.annals.processor.diagnostic.Code.NOT_SEALED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the sealed interfaces of commands and events. */
class HierarchyDiagnosticsTest {

    @Test
    void interfaceThatIsNotSealed() {
        compile(BANK.replace("public sealed interface Operation", "public interface Operation"))
                .reports(error(
                        NOT_SEALED,
                        "commands = Operation.class",
                        "Operation is no sealed interface: declare it as 'public sealed interface Operation' with a"
                                + " record for each command"));
    }

    @Test
    void rootThatIsARecord() {
        Domain domain = BANK.with("""
                package bank;

                public record Movement(long amount) {
                    record Deposited(long amount) {}
                    record Withdrawn(long amount) {}
                }
                """)
                .replace("return new Deposited(1);", "return new Movement(1);")
                .replace("return new Withdrawn(1);", "return new Movement(1);");

        compile(domain)
                .reports(error(
                        NOT_SEALED,
                        "events = Movement.class",
                        "Movement is no sealed interface: declare it as 'public sealed interface Movement' with a record"
                                + " for each event"));
    }

    @ParameterizedTest
    @CsvSource({"int", "void", "bank.Operation[]"})
    void rootThatIsNoDeclaredType(String type) {
        compile(BANK.replace("commands = Operation.class", "commands = " + type + ".class"))
                .reports(error(
                        NOT_SEALED,
                        "commands = ",
                        type + " is no sealed interface: write one with a record for each command, and name it here"));
    }

    @Test
    void interfaceThatPermitsNothing() {
        Domain domain = BANK.with("package bank;\n\npublic sealed interface Operation {}\n")
                .with("""
                        package bank;

                        @dev.annals.EventSourced(service = "bank", commands = Operation.class, events = Movement.class)
                        public record Account() {
                            static Account initial() { return new Account(); }
                            Account evolve(Movement movement) { return this; }
                        }
                        """);

        compile(domain)
                .reports(error(
                        NOT_SEALED,
                        "public sealed interface Operation",
                        "Operation permits nothing: write a record for each command in it"));
    }

    @ParameterizedTest
    @CsvSource({"final class", "non-sealed interface", "enum"})
    void leafThatIsNoRecord(String kind) {
        Domain domain = BANK.replace(
                "record Withdraw(String account, long amount) implements Operation {}",
                kind + " Withdraw " + (kind.endsWith("interface") ? "extends" : "implements") + " Operation {"
                        + (kind.equals("enum") ? ";" : "") + " public String account() { return null; } }");

        compile(
                        kind.endsWith("interface")
                                ? domain.replace("{ public String account() { return null; } }", "{}")
                                : domain)
                .reports(error(
                        LEAF_NOT_A_RECORD,
                        kind + " Withdraw",
                        "Withdraw is a command: make it a record, or a sealed interface of records"));
    }

    @Test
    void handlerBelowALeafThatIsNoRecordIsNotReportedToo() {
        Domain domain = BANK.replace(
                        "record Withdraw(String account, long amount) implements Operation {}",
                        "non-sealed interface Withdraw extends Operation {}\n"
                                + "record WithdrawAll(String account) implements Withdraw {}")
                .replace("decide(Withdraw withdraw)", "decide(WithdrawAll withdraw)");

        compile(domain)
                .reports(error(
                        LEAF_NOT_A_RECORD,
                        "non-sealed interface Withdraw",
                        "Withdraw is a command: make it a record, or a sealed interface of records"));
    }

    @Test
    void genericInterface() {
        compile(
                        BANK.replace("public sealed interface Operation {", "public sealed interface Operation<T> {"),
                        "-Xlint:-rawtypes")
                .reports(error(
                        GENERIC,
                        "public sealed interface Operation<T>",
                        "Operation has type parameters, and messages have none: a record on the wire has one shape."
                                + " Write a record for each type that you mean"));
    }

    @Test
    void genericLeaf() {
        compile(BANK.replace("record Deposited(long amount)", "record Deposited<T>(long amount)"), "-Xlint:-rawtypes")
                .reports(error(
                        GENERIC,
                        "record Deposited<T>",
                        "Deposited has type parameters, and messages have none: a record on the wire has one shape."
                                + " Write a record for each type that you mean"));
    }

    @Test
    void packagePrivateLeafAndValueInAnotherPackage() {
        Domain domain = Domain.of(
                """
                package account;

                import bank.Movement;
                import bank.Operation;

                @dev.annals.EventSourced(service = "bank", commands = Operation.class, events = Movement.class)
                public record Account(long balance) {
                    static Account initial() { return new Account(0); }
                    Movement decide(Operation operation) { return null; }
                    Account evolve(Movement movement) { return this; }
                }
                """,
                """
                package bank;

                public sealed interface Operation permits Deposit {
                    @dev.annals.Key String account();
                }
                """,
                "package bank;\n\nrecord Deposit(String account) implements Operation {}\n",
                """
                package bank;

                public sealed interface Movement {
                    record Deposited(Amount amount) implements Movement {}
                }
                """,
                "package bank;\n\nrecord Amount(long cents) {}\n");

        compile(domain)
                .reports(
                        error(
                                INACCESSIBLE,
                                "record Deposit(String account)",
                                "Deposit cannot be used by code in package account, where Annals generates. Make it and"
                                        + " the types around it public"),
                        error(
                                INACCESSIBLE,
                                "record Amount(long cents)",
                                "Amount cannot be used by code in package account, where Annals generates. Make it and the"
                                        + " types around it public"));
    }

    @Test
    void twoLeavesOfOneName() {
        Domain domain = BANK.replace(
                        "record Withdrawn(long amount) implements Movement {}",
                        "record Withdrawn(long amount) implements Movement {}\n"
                                + "sealed interface Cash extends Movement { record Deposited() implements Cash {} }")
                .replace(
                        "Account evolve(Withdrawn withdrawn) { return this; }",
                        "Account evolve(Withdrawn withdrawn) { return this; }\n"
                                + "Account evolve(Cash.Deposited deposited) { return this; }");

        compile(domain)
                .reports(error(
                        DUPLICATE_LEAF_NAME,
                        "record Deposited()",
                        "JSON's \"_type\" could not tell bank.Movement.Cash.Deposited from bank.Movement.Deposited:"
                                + " rename one"));
    }
}
