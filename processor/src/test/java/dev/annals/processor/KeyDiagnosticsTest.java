package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_KEY_METHOD;
import static dev.annals.processor.diagnostic.Code.BAD_KEY_TYPE;
import static dev.annals.processor.diagnostic.Code.KEYS_DIFFER;
import static dev.annals.processor.diagnostic.Code.NO_KEY;
import static dev.annals.processor.diagnostic.Code.SEVERAL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the key of the commands. */
class KeyDiagnosticsTest {

    private static final String KEY = "@Key String account();";
    private static final String DEPOSIT = "record Deposit(String account, long amount)";
    private static final String WITHDRAW = "record Withdraw(String account, long amount)";

    private static final Domain UNMARKED = BANK.without("@Key");

    @Test
    void commandWithoutKey() {
        Domain domain = UNMARKED.replace(DEPOSIT, "record Deposit(@Key String account, long amount)");

        compile(domain)
                .reports(error(
                        NO_KEY,
                        WITHDRAW,
                        "No @Key says which entity Withdraw is for. Write '@Key String id();' in Operation, or @Key before"
                                + " a component"));
    }

    @Test
    void twoKeys() {
        compile(BANK.replace(DEPOSIT, "record Deposit(String account,\n@Key long amount)"))
                .reports(error(SEVERAL_KEYS, KEY, "Deposit has more than one @Key: leave one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.math.BigDecimal",
                "boolean",
                "java.util.List<java.lang.String>",
                "java.lang.Object",
                "byte[]",
                "bank.Pair",
                "bank.Nested",
                "bank.Endless",
                "bank.Empty",
                "bank.Generic<java.lang.String>"
            })
    void keyThatCannotBe(String type) {
        Domain domain = BANK.replace(KEY, "@Key " + type + " account();")
                .replace(DEPOSIT, "record Deposit(" + type + " account, long amount)")
                .replace(WITHDRAW, "record Withdraw(" + type + " account, long amount)")
                .with("package bank;\n\npublic record Pair(String one, String other) {}\n")
                .with("package bank;\n\npublic record Nested(Id id) { public record Id(String id) {} }\n")
                .with("package bank;\n\npublic record Endless(Endless id) {}\n")
                .with("package bank;\n\npublic record Empty() {}\n")
                .with("package bank;\n\npublic record Generic<T>(T id) {}\n");

        assertThat(compile(domain).reported())
                .contains("error " + domain.place("@Key") + " [ANNALS-303] A key cannot be " + type
                        + ": write a String, UUID, int, long, an enum, or a record of one such component");
    }

    @Test
    void nullableKey() {
        compile(BANK.replace(KEY, "@Key @Nullable String account();"))
                .reports(error(
                        BAD_KEY_TYPE,
                        "@Key",
                        "A key cannot be @Nullable java.lang.String: write a String, UUID, int,"
                                + " long, an enum, or a record of one such component"));
    }

    @Test
    void keysOfTwoTypes() {
        Domain domain = UNMARKED.replace(DEPOSIT, "record Deposit(@Key String account, long amount)")
                .replace(WITHDRAW, "record Withdraw(String account, @Key long amount)");

        compile(domain)
                .reports(error(
                        KEYS_DIFFER,
                        "@Key long amount",
                        "All commands of an aggregate have keys of one type, and these are java.lang.String and"
                                + " java.lang.Long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Key default String key(int part) { return \"\"; }",
                "@Key static String key() { return \"\"; }",
                "@Key private String key() { return \"\"; }",
                "@Key default void key() {}",
                "@Key default String key() throws Exception { return \"\"; }"
            })
    void methodThatIsNoAccessor(String method) {
        compile(UNMARKED.replace("String account();", "String account();\n" + method))
                .reports(error(
                        BAD_KEY_METHOD,
                        method,
                        "@Key belongs on an accessor: a public method that takes nothing, throws nothing and returns the"
                                + " key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "java.util.UUID", "int", "Long", "Color", "Number"})
    void keyOfEachType(String type) {
        Domain domain = BANK.replace(KEY, "@Key " + type + " account();")
                .replace(DEPOSIT, "record Deposit(" + type + " account, long amount)")
                .replace(WITHDRAW, "record Withdraw(" + type + " account, long amount)")
                .with("package bank;\n\npublic enum Color { RED }\n")
                .with("package bank;\n\npublic record Number(int number) {}\n");

        compile(domain).isClean();
    }

    @Test
    void keyOfAnInterfaceAbove() {
        Domain domain = UNMARKED.replace(
                        "public sealed interface Operation {",
                        "public sealed interface Operation extends HasKey<String> {")
                .replace("String account();", "")
                .with("package bank;\n\ninterface HasKey<K> { @dev.annals.Key K account(); }\n");

        compile(domain).isClean();
    }

    @Test
    void keysInTheLeaves() {
        Domain domain = UNMARKED.replace(DEPOSIT, "record Deposit(@Key String account, long amount)")
                .replace(WITHDRAW, "record Withdraw(String account, @Key String teller)");

        compile(domain).isClean();
    }
}
