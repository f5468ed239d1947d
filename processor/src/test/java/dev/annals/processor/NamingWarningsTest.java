package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.warning;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.COMMAND_NAME;
import static dev.annals.processor.diagnostic.Code.EVENT_NAME;
import static dev.annals.processor.diagnostic.Code.UNKNOWN_OPTION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings of names, and of options that do nothing. */
class NamingWarningsTest {

    private static Domain command(String name) {
        return BANK.replace("record Withdraw(", "record " + name + "(")
                .replace("decide(Withdraw withdraw)", "decide(" + name + " command)");
    }

    private static Domain event(String name) {
        return BANK.replace("record Withdrawn(", "record " + name + "(")
                .replace("evolve(Withdrawn withdrawn)", "evolve(" + name + " event)")
                .replace("new Withdrawn(1)", "new Deposited(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MoneyWithdrawn", "Paid", "OrderSent", "AccountClosed"})
    void commandThatReadsLikeAnEvent(String name) {
        compile(command(name))
                .reports(warning(
                        COMMAND_NAME,
                        "record " + name + "(String",
                        "The command " + name
                                + " reads like an event: name it {Verb}{Entity}, such as CreateBook (or silence"
                                + " this with -Aannals.naming=off)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Withdraw", "WithdrawMoney", "FeedAnimal", "ProceedToCheckout", "BidOnItem", "AddRedPen"})
    void commandThatReadsLikeACommand(String name) {
        Domain domain = name.equals("Withdraw") ? BANK : command(name);

        compile(domain).isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Withdrawal", "WithdrawMoney", "Balance"})
    void eventThatIsNotInThePastTense(String name) {
        compile(event(name))
                .reports(warning(
                        EVENT_NAME,
                        "record " + name,
                        "The event " + name
                                + " is not in the past tense: name what has happened, such as BookCreated, or"
                                + " mark it @Failure (or silence this with -Aannals.naming=off)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MoneyWithdrawn", "ItemSoldOut", "OrderSent", "PaidByCard", "CreatedV2"})
    void eventThatIsInThePastTense(String name) {
        compile(event(name)).isClean();
    }

    @Test
    void failuresAreNamedAsTheyLike() {
        Domain domain = BANK.replace(
                "record Withdrawn(",
                "@Failure record NotEnough(long amount) implements Movement {}\nrecord Withdrawn(");

        compile(domain).isClean();
    }

    @Test
    void namesAreNotLookedAtWhereTheOptionIsOff() {
        compile(event("Withdrawal"), "-Aannals.naming=off").isClean();
        compile(BANK, "-Aannals.naming=on").isClean();
    }

    @Test
    void valueThatTheOptionDoesNotHave() {
        assertThat(compile(BANK, "-Aannals.naming=no").reported())
                .containsExactly(
                        "warning  [" + UNKNOWN_OPTION.text() + "] -Aannals.naming=no means nothing: write on or off");
    }

    @Test
    void optionThatThereIsNotIsForJavacToSay() {
        assertThat(compile(BANK, "-Aannals.nameing=off").reported())
                .containsExactly(
                        "warning  The following options were not recognized by any processor: '[annals.nameing]'");
    }
}
