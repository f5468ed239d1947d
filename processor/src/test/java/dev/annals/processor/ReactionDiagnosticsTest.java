package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.CONTEXT_KEY;
import static dev.annals.processor.diagnostic.Code.EXTENSION_ALONE;
import static dev.annals.processor.diagnostic.Code.HANDLERS_TIE;
import static dev.annals.processor.diagnostic.Code.HANDLER_PARAMETERS;
import static dev.annals.processor.diagnostic.Code.HANDLER_PRIVATE;
import static dev.annals.processor.diagnostic.Code.HANDLER_RETURN;
import static dev.annals.processor.diagnostic.Code.HANDLER_THROWS;
import static dev.annals.processor.diagnostic.Code.HANDLER_UNREACHABLE;
import static dev.annals.processor.diagnostic.Code.NOTHING_ANSWERED;
import static dev.annals.processor.diagnostic.Code.NOTHING_GIVEN;
import static dev.annals.processor.diagnostic.Code.REACTION_AGGREGATE;
import static dev.annals.processor.diagnostic.Code.REACTION_CLASS;
import static dev.annals.processor.diagnostic.Code.REACTION_CYCLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with classes that answer events with commands. */
class ReactionDiagnosticsTest {

    private static final Domain LETTERS = BANK.with("""
            package bank;

            import dev.annals.*;

            @EventSourced(service = "bank", name = "letters", commands = Letter.Command.class, events = Letter.Event.class)
            public record Letter(long count) {
                public sealed interface Command { @Key String to(); }
                public record WriteLetter(String to, String text) implements Command {}
                public record BurnLetter(String to) implements Command {}
                public sealed interface Event {}
                public record LetterWritten(String text) implements Event {}
                public record LetterBurnt() implements Event {}
                static Letter initial() { return new Letter(0); }
                LetterWritten decide(WriteLetter write) { return new LetterWritten(write.text()); }
                LetterBurnt decide(BurnLetter burn) { return new LetterBurnt(); }
                Letter evolve(LetterWritten written) { return new Letter(count + 1); }
                Letter evolve(LetterBurnt burnt) { return this; }
            }
            """);

    private static final String METHOD =
            "static WriteLetter on(Deposited deposited, EventContext<String> context) { return new WriteLetter(context.key(), \"\"); }";

    private static final Domain REACTION = LETTERS.with("""
            package bank;

            import bank.Letter.*;
            import bank.Movement.*;
            import bank.Operation.*;
            import dev.annals.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @Reaction(service = "bank", name = "thanks", from = Account.class, to = Letter.class)
            final class Thanks {
                %s
            }
            """.formatted(METHOD));

    private static Domain with(String methods) {
        return REACTION.replace(METHOD, methods);
    }

    @Test
    void allThatItMayReturn() {
        compile(REACTION).isClean();
        compile(with("""
                Optional<WriteLetter> on(Deposited deposited) { return Optional.empty(); }
                static Set<? extends Letter.Command> on(Movement movement) { return Set.of(); }
                """)).isClean();
        compile(with("List<Letter.Command> on(Movement movement, EventContext<?> context) { return List.of(); }"))
                .isClean();
    }

    @Test
    void whatItCannotReturn() {
        String expected =
                "a command, an Optional or a Collection of commands, of Command. Events and snapshots are written by"
                        + " their aggregates alone; commands of another one take its snapshot in 'to'";
        compile(with("""
                static Deposited on(Deposited deposited) { return deposited; }
                static @Nullable WriteLetter on(Withdrawn withdrawn) { return null; }
                """))
                .reports(
                        error(HANDLER_RETURN, "static Deposited on(", "on(Deposited) must return " + expected),
                        error(
                                HANDLER_RETURN,
                                "static @Nullable WriteLetter on(",
                                "on(Withdrawn) must return " + expected));
        compile(with("static Deposit on(Deposited deposited) { return new Deposit(\"\", 1); }"))
                .reports(error(HANDLER_RETURN, "static Deposit on(", "on(Deposited) must return " + expected));
    }

    @Test
    void methodsOfOtherForms() {
        compile(with("""
                private static WriteLetter on(Deposited deposited) throws Exception { throw new Exception(); }
                static WriteLetter on(String text) { return new WriteLetter("", text); }
                static WriteLetter on(Withdrawn withdrawn) { return new WriteLetter("", ""); }
                static WriteLetter on(Withdrawn withdrawn, EventContext<UUID> context) { return new WriteLetter("", ""); }
                """))
                .reports(
                        error(
                                HANDLER_PRIVATE,
                                "private static WriteLetter on(",
                                "on(Deposited) is private, and generated code has to call it: remove 'private'"),
                        error(
                                HANDLER_THROWS,
                                "private static WriteLetter on(",
                                "on(Deposited) declares java.lang.Exception: a handler only looks at its arguments, so there"
                                        + " is nothing to fail with."),
                        error(
                                HANDLER_PARAMETERS,
                                "on(String text)",
                                "on(String) is no on, which takes an event of Movement, and may take an EventContext after it."
                                        + " Write these parameters, or give the method another name"),
                        error(
                                HANDLERS_TIE,
                                "EventContext<UUID> context)",
                                "on(Withdrawn) and on(Withdrawn, EventContext) both take Withdrawn, and neither is more"
                                        + " specific: remove one, or write one for Withdrawn itself"),
                        error(
                                CONTEXT_KEY,
                                "EventContext<UUID> context)",
                                "The key of the entity that the event happened to is String: write 'EventContext<String>"
                                        + " context'"));
        compile(with("""
                static WriteLetter on(Deposited deposited) { return new WriteLetter("", ""); }
                static WriteLetter on(Withdrawn withdrawn) { return new WriteLetter("", ""); }
                static WriteLetter on(Movement movement) { return new WriteLetter("", ""); }
                """))
                .reports(
                        error(
                                HANDLER_UNREACHABLE,
                                "on(Movement movement)",
                                "Nothing reaches on(Movement): each event that it could take has a more specific one. Remove it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abstract class Thanks", "interface Thanks", "final class Thanks<T>", "enum Thanks"})
    void typesThatAreNoClasses(String type) {
        String body = type.startsWith("enum") ? ";" : "";
        compile(REACTION.replace("final class Thanks {", type + " {" + body))
                .reports(error(
                        REACTION_CLASS,
                        type,
                        "@Reaction belongs on a class without type parameters that is not abstract: write 'final class"
                                + " Thanks'"));
    }

    @Test
    void nothingToCallMethodsOn() {
        compile(
                        with(
                                "Thanks(String text) {}\nWriteLetter on(Deposited deposited) { return new WriteLetter(\"\", \"\"); }"))
                .reports(error(
                        REACTION_CLASS,
                        "final class Thanks",
                        "Thanks has methods that are called on an instance, and no constructor to make one with: make its on"
                                + " methods static, or give it a constructor without parameters that is not private and throws"
                                + " nothing"));
    }

    @Test
    void aggregatesThatAreNone() {
        compile(REACTION.replace("from = Account.class, to = Letter.class", "from = String.class, to = Movement.class"))
                .reports(
                        error(
                                REACTION_AGGREGATE,
                                "from = String.class",
                                "java.lang.String is no aggregate whose events could be answered: name a snapshot, which has"
                                        + " @EventSourced, or a sealed interface of events with @External"),
                        error(
                                REACTION_AGGREGATE,
                                "to = Movement.class",
                                "bank.Movement is no aggregate whose commands could be given: name a snapshot, which has"
                                        + " @EventSourced, or a sealed interface of commands with @External"));
        compile(REACTION.replace("to = Letter.class", "to = {Letter.class, Letter.class}"))
                .reports(error(
                        REACTION_AGGREGATE,
                        "to = {Letter.class, Letter.class}",
                        "bank.Letter is named twice: leave it out here"));
    }

    @Test
    void noAggregates() {
        compile(REACTION.replace("from = Account.class, to = Letter.class", "from = {}, to = {}"))
                .reports(
                        error(
                                REACTION_AGGREGATE,
                                "from = {}",
                                "Name at least one aggregate whose events could be answered, by its snapshot"),
                        error(
                                REACTION_AGGREGATE,
                                "to = {}",
                                "Name at least one aggregate whose commands could be given, by its snapshot"));
    }

    @Test
    void aggregatesThatAreNamedInVain() {
        compile(REACTION.replace(
                        "from = Account.class, to = Letter.class",
                        "from = {Account.class, Letter.class}, to = {Account.class, Letter.class}"))
                .reports(
                        error(
                                NOTHING_ANSWERED,
                                "from = {Account.class, Letter.class}",
                                "Thanks answers no event of Letter: write 'static Operation on(Event event)' for one of Event,"
                                        + " or leave it out here"),
                        error(
                                NOTHING_GIVEN,
                                "to = {Account.class, Letter.class}",
                                "No method of Thanks returns a command of Account: leave it out here, or return one of"
                                        + " Operation"));
    }

    @Test
    void eventsThatLeadToTheirLike() {
        Domain cycle = REACTION.replace(
                        "from = Account.class, to = Letter.class",
                        "from = {Account.class, Letter.class}, to = {Account.class, Letter.class}")
                .replace(
                        METHOD,
                        METHOD + "\n    static Deposit on(LetterWritten written) { return new Deposit(\"\", 1); }");
        compile(cycle)
                .reports(
                        error(
                                REACTION_CYCLE,
                                "static WriteLetter on(Deposited",
                                "Events may lead to their like without end: Deposited -> WriteLetter -> LetterWritten -> Deposit ->"
                                        + " Deposited. Have each decide and on say by its return type what it can return at all, if it"
                                        + " is less; or, where what it decides ends it, write 'loops = true' in the @Reaction"));
        compile(cycle.replace("name = \"thanks\",", "name = \"thanks\", loops = true,"))
                .isClean();
        compile(cycle.replace(
                        "Movement decide(Deposit deposit) { return new Deposited(1); }",
                        "Withdrawn decide(Deposit deposit) { return new Withdrawn(1); }"))
                .isClean();
    }

    @Test
    void aReactionAlone() {
        compile(REACTION.replace("service = \"bank\", name = \"thanks\"", "service = \"post\", name = \"thanks\""))
                .reports(error(
                        EXTENSION_ALONE,
                        "service = \"post\"",
                        "The service \"post\" has neither an aggregate nor a projection here, which a reaction could be added"
                                + " to: there is bank"));
    }
}
