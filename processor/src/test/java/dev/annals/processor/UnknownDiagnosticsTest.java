package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_UNKNOWN;
import static dev.annals.processor.diagnostic.Code.NO_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with leaves for messages that are not known. */
class UnknownDiagnosticsTest {

    private static final String KNOWN = "record Withdrawn(long amount) implements Movement {}";
    private static final String UNKNOWN =
            "@Unknown record Unrecognized(long fingerprint, String name, byte[] bytes) implements Movement {}";
    private static final Domain WITH_UNKNOWN = BANK.replace(KNOWN, KNOWN + "\n    " + UNKNOWN)
            .replace(
                    "Account evolve(Deposited deposited)",
                    "Account evolve(Unrecognized unrecognized) { return this; }\n    Account evolve(Deposited deposited)");

    @Test
    void rightOne() {
        compile(WITH_UNKNOWN).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "long fingerprint",
                "long fingerprint, byte[] bytes, String name",
                "long fingerprint, String name, byte[] bytes, int more",
                "long id, String name, byte[] bytes",
                "int fingerprint, String name, byte[] bytes",
                "long fingerprint, @Nullable String name, byte[] bytes",
            })
    void otherComponents(String components) {
        compile(WITH_UNKNOWN.replace("long fingerprint, String name, byte[] bytes", components))
                .reports(error(
                        BAD_UNKNOWN,
                        "record Unrecognized(",
                        "An @Unknown record holds what is known of any message: write 'Unrecognized(long fingerprint, String"
                                + " name, byte[] bytes)'"));
    }

    @Test
    void second() {
        compile(WITH_UNKNOWN
                        .replace(UNKNOWN, UNKNOWN + "\n    " + UNKNOWN.replace("Unrecognized", "Other"))
                        .replace("evolve(Unrecognized unrecognized)", "evolve(Movement movement)"))
                .reports(error(
                        BAD_UNKNOWN,
                        "record Other(",
                        "Movement has two records for what it does not know, and Unrecognized is the other: remove one, or its"
                                + " @Unknown"));
    }

    @Test
    void onlyOne() {
        compile(Domain.of("""
                        package bank;

                        public sealed interface Operation {
                            @dev.annals.Key String account();
                            record Deposit(String account) implements Operation {}
                        }
                        """, """
                        package bank;

                        public sealed interface Movement {
                            @dev.annals.Unknown record Other(long fingerprint, String name, byte[] bytes) implements Movement {}
                        }
                        """, """
                        package bank;

                        @dev.annals.EventSourced(service = "bank", commands = Operation.class, events = Movement.class)
                        public record Account() {
                            static Account initial() { return new Account(); }
                            java.util.List<Movement> decide(Operation operation) { return java.util.List.of(); }
                            Account evolve(Movement movement) { return this; }
                        }
                        """))
                .reports(error(
                        BAD_UNKNOWN,
                        "record Other(",
                        "Other is the only event of Movement, which then knows none: write a record for each"));
    }

    @Test
    void handlerIsNeededAsForAnyLeaf() {
        compile(WITH_UNKNOWN.without("Account evolve(Unrecognized unrecognized) { return this; }"))
                .reports(error(
                        NO_HANDLER,
                        "record Account(",
                        "Account has no evolve for the event Unrecognized. Write: Account evolve(Unrecognized unrecognized) {"
                                + " … }"));
    }

    @Test
    void commandNeedsNoKey() {
        compile(BANK.replace("@Key String account();", "")
                        .replace("record Deposit(String account", "record Deposit(@Key String account")
                        .replace(
                                "record Withdraw(String account, long amount) implements Operation {}",
                                "record Withdraw(@Key String account, long amount) implements Operation {}\n    "
                                        + UNKNOWN.replace("Movement", "Operation"))
                        .replace(
                                "Movement decide(Deposit deposit)",
                                "Movement decide(Unrecognized other) { return new Deposited(0); }\n"
                                        + "    Movement decide(Deposit deposit)"))
                .isClean();
    }

    @Test
    void snapshot() {
        compile(BANK.replace("public record Account(", "@Unknown\npublic record Account("))
                .reports(misplaced("public record Account(", "Account"));
    }

    @Test
    void group() {
        compile(BANK.replace("public sealed interface Movement", "@Unknown\npublic sealed interface Movement"))
                .reports(misplaced("public sealed interface Movement", "Movement"));
    }

    @Test
    void typeOfNoAggregate() {
        compile(
                        BANK.with(
                                "package bank;\n\n@dev.annals.Unknown\nrecord Money(long fingerprint, String name, byte[] bytes) {}\n"))
                .reports(misplaced("record Money(", "Money"));
    }

    private static Compiled.Expected misplaced(String at, String name) {
        return error(
                BAD_UNKNOWN,
                at,
                "@Unknown belongs on a record that is a command or an event of an aggregate, and " + name
                        + " is none: remove it");
    }
}
