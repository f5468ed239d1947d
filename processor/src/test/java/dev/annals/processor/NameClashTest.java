package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Domain.BANK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of a domain with names that generated code has a use for too; those of java.lang are left out, as nobody hides them. */
class NameClashTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AvroReader",
                "AvroWriter",
                "Aggregate",
                "Decision",
                "JsonValue",
                "JsonGenerator",
                "List",
                "Topology",
                "Nullable",
                "Generated",
                "IOException",
                "Class"
            })
    void typeOfTheDomain(String name) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(bank." + name + " amount)")
                .replace("return new Deposited(1);", "return null;")
                .replace("@Key String account();", "@Key int account();")
                .replace("record Deposit(String account", "record Deposit(int account")
                .replace("record Withdraw(String account", "record Withdraw(int account")
                .with("package bank;\n\npublic record " + name + "(int one, int other) {}\n");

        compile(domain).isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Out", "In", "Message", "Event", "State", "Command", "Context", "Class", "New", "Account"})
    void eventOfTheDomain(String name) {
        Domain domain = BANK.replace("record Withdrawn(long amount)", "record " + name + "(long amount)")
                .replace("evolve(Withdrawn withdrawn)", "evolve(Movement." + name + " event)")
                .replace("return new Withdrawn(1);", "return null;");

        compile(domain, "-Aannals.naming=off").isClean();
    }

    @Test
    void typesThatShareTheirSimpleName() {
        Domain domain = BANK.replace(
                        "record Deposited(long amount)",
                        "record Deposited(one.Money one, two.Money two, Money three, List<two.Money> all)")
                .replace("return new Deposited(1);", "return null;")
                .with("package one;\n\npublic record Money(int cents, int count) {}\n")
                .with("package two;\n\npublic record Money(int cents, int count) {}\n")
                .with("package bank;\n\npublic enum Money { CENT }\n");

        compile(domain).isClean();
    }

    @Test
    void namesThatShareTheirConstant() {
        Domain domain = BANK.replace(
                        "record Withdrawn(long amount)",
                        "record ATMused(long amount) implements Movement {}\nrecord AtMused(long amount) implements"
                                + " Movement {}\nrecord Withdrawn(long amount)")
                .replace("Account evolve(Withdrawn withdrawn)", "Account evolve(Movement movement)");

        compile(domain, "-Aannals.naming=off").isClean();
    }
}
