package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_INTERNAL;
import static dev.annals.processor.diagnostic.Code.INTERNAL_COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with commands that a service keeps to itself. */
class InternalDiagnosticsTest {

    private static final Domain INTERNAL = BANK.replace("record Withdraw(", "@Internal\n    record Withdraw(");

    private static final String GIVEN =
            "static Withdraw on(Deposited deposited) { return new Withdraw(\"alice\", 1); }";

    private static final Domain POST =
            INTERNAL.with("""
            package post;

            import bank.*;
            import bank.Movement.*;
            import bank.Operation.*;
            import dev.annals.*;

            @EventSourced(service = "post", name = "letters", commands = Letter.Command.class, events = Letter.Event.class)
            public record Letter() {
                public sealed interface Command { @Key String to(); }
                public record WriteLetter(String to) implements Command {}
                public sealed interface Event {}
                public record LetterWritten() implements Event {}
                static Letter initial() { return new Letter(); }
                LetterWritten decide(WriteLetter write) { return new LetterWritten(); }
                Letter evolve(LetterWritten written) { return this; }

                @Reaction(service = "post", name = "greed", from = Account.class, to = Account.class, loops = true)
                static final class Greed {
                    %s
                }

                @Scheduled(service = "post", name = "fee", to = Account.class, every = "PT1H")
                static Deposit fee() { return new Deposit("alice", 1); }
            }
            """.formatted(GIVEN)).replace("Movement decide(Withdraw", "Withdrawn decide(Withdraw");

    @Test
    void rightOnes() {
        compile(INTERNAL).isClean();
        compile(BANK.replace("public sealed interface Operation", "@Internal\npublic sealed interface Operation"))
                .isClean();
        compile(POST.replace(GIVEN, "static Operation on(Deposited deposited) { return new Deposit(\"alice\", 1); }"))
                .isClean();
    }

    @Test
    void event() {
        compile(BANK.replace("record Withdrawn(", "@Internal record Withdrawn("))
                .reports(misplaced("record Withdrawn(", "Withdrawn"));
    }

    @Test
    void snapshot() {
        compile(BANK.replace("public record Account(", "@Internal\npublic record Account("))
                .reports(misplaced("public record Account(", "Account"));
    }

    @Test
    void givenByAnotherService() {
        compile(POST)
                .reports(foreign(
                        "static Withdraw on(", "Withdraw", "Return a command that is offered to others: Deposit"));
    }

    @Test
    void scheduledByAnotherService() {
        compile(POST.replace(GIVEN, "static Deposit on(Withdrawn withdrawn) { return new Deposit(\"alice\", 1); }")
                        .replace(
                                "static Deposit fee() { return new Deposit",
                                "static Withdraw fee() { return new Withdraw"))
                .reports(foreign(
                        "static Withdraw fee(", "Withdraw", "Return a command that is offered to others: Deposit"));
    }

    @Test
    void allAreInternalToAService() {
        String other = "That service has to answer your event with it, by a reaction of its own";

        compile(POST.replace("@Internal\n    record Withdraw(", "record Withdraw(")
                        .replace("public sealed interface Operation", "@Internal\npublic sealed interface Operation"))
                .reports(
                        foreign("static Withdraw on(", "Withdraw", other),
                        foreign("static Deposit fee(", "Deposit", other));
    }

    @Test
    void noneIsTakenOverHttpWhereAllAreInternal() {
        var generated = compile(BANK.replace(
                        "public sealed interface Operation", "@Internal\npublic sealed interface Operation"))
                .generated();

        assertThat(generated).doesNotContainKey("bank/AccountsCommandJson.java");
        assertThat(generated.get("bank/AccountsRoutes.java"))
                .contains("/accounts/all")
                .doesNotContain("routes.post");
        assertThat(generated.get("META-INF/annals/bank/openapi.json"))
                .contains("/accounts/all")
                .doesNotContain("/accounts/commands");
        assertThat(generated.get("bank/BankService.java")).contains("ExampleRequest(\"/accounts/all\", \"\")");
    }

    private static Compiled.Expected foreign(String at, String command, String instead) {
        return error(
                INTERNAL_COMMAND, at, command + " is @Internal to the service bank, which alone gives it. " + instead);
    }

    private static Compiled.Expected misplaced(String at, String name) {
        return error(
                BAD_INTERNAL,
                at,
                "@Internal belongs on a command of an aggregate, or on a sealed interface of its commands, and " + name
                        + " is none: remove it");
    }
}
