package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.CONTEXT_KEY;
import static dev.annals.processor.diagnostic.Code.FOREIGN_KEY;
import static dev.annals.processor.diagnostic.Code.GENERIC;
import static dev.annals.processor.diagnostic.Code.HANDLERS_TIE;
import static dev.annals.processor.diagnostic.Code.HANDLER_PARAMETERS;
import static dev.annals.processor.diagnostic.Code.HANDLER_PRIVATE;
import static dev.annals.processor.diagnostic.Code.HANDLER_RETURN;
import static dev.annals.processor.diagnostic.Code.HANDLER_UNREACHABLE;
import static dev.annals.processor.diagnostic.Code.NOTHING_CREATES;
import static dev.annals.processor.diagnostic.Code.NOTHING_FOLDED;
import static dev.annals.processor.diagnostic.Code.NOT_A_RECORD;
import static dev.annals.processor.diagnostic.Code.PROJECTION_COMPONENT;
import static dev.annals.processor.diagnostic.Code.PROJECTION_KEY;
import static dev.annals.processor.diagnostic.Code.PROJECTION_SOURCE;
import static dev.annals.processor.diagnostic.Code.PROJECTION_VERSION;
import static dev.annals.processor.diagnostic.Code.STATE_NOT_NULLABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with projections. */
class ProjectionDiagnosticsTest {

    /** How often an account was used, by its key. */
    private static final Domain FOLD = BANK.with("""
            package bank;

            import bank.Movement.*;
            import dev.annals.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @Projection(service = "bank", name = "uses", version = 1, from = Account.class)
            public record Uses(long count) {
                static Uses on(@Nullable Uses uses, Deposited deposited) { return new Uses(1); }
                @Nullable Uses on(Withdrawn withdrawn) { return null; }
            }
            """);

    /** Depositors by the day of their deposits, with a key of its own. */
    private static final Domain REKEYED = BANK.with("""
            package bank;

            import bank.Movement.*;
            import dev.annals.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @Projection(service = "bank", name = "sizes", from = Account.class)
            public record Sizes(long count) {
                @Key static long size(Deposited deposited) { return deposited.amount(); }
                static Sizes initial() { return new Sizes(0); }
                Sizes on(Deposited deposited, EventContext<Long> context) { return new Sizes(count + 1); }
            }
            """);

    /** Owners, whose key is another one. */
    private static final Domain JOIN = BANK.with("""
            package bank;

            import dev.annals.*;

            @EventSourced(service = "bank", name = "owners", commands = Owner.Command.class, events = Owner.Event.class)
            public record Owner(String account) {
                public sealed interface Command { @Key long id(); }
                public record OpenOwner(long id) implements Command {}
                public sealed interface Event {}
                public record OwnerOpened() implements Event {}
                static Owner initial() { return new Owner(""); }
                Event decide(OpenOwner open) { return new OwnerOpened(); }
                Owner evolve(OwnerOpened opened) { return this; }
            }
            """).with("""
            package bank;

            import dev.annals.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @Projection(service = "bank", name = "owned")
            public record Owned(Owner owner, Account account) {
                @ForeignKey static Optional<String> account(Owner owner) { return Optional.of(owner.account()); }
            }
            """);

    @Test
    void projectionsWithoutMistakes() {
        compile(FOLD).isClean();
        compile(REKEYED).isClean();
        compile(JOIN).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String account(Owner owner) { return owner.account(); }",
                "@Nullable String account(Owner owner) { return null; }"
            })
    void formsOfForeignKeys(String method) {
        compile(JOIN.replace("Optional<String> account(Owner owner) { return Optional.of(owner.account()); }", method))
                .isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Optional<Account> account)", "@Nullable Account account)"})
    void componentsThatMayBeMissing(String component) {
        compile(JOIN.replace("Account account)", component)).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<Long> size(Deposited deposited) { return Optional.empty(); }",
                "Set<Long> size(Deposited deposited, EventContext<String> context) { return Set.of(); }",
                "List<Long> size(Movement movement) { return List.of(); }"
            })
    void formsOfKeys(String method) {
        Domain domain = REKEYED.replace("long size(Deposited deposited) { return deposited.amount(); }", method);
        compile(
                        method.contains("Movement")
                                ? domain.replace("Sizes on(Deposited deposited,", "Sizes on(Movement movement,")
                                : domain)
                .isClean();
    }

    @Test
    void noRecord() {
        compile(BANK.with("""
                package bank;

                @dev.annals.Projection(service = "bank", name = "uses", from = Account.class)
                public interface Uses {}
                """))
                .reports(error(
                        NOT_A_RECORD,
                        "public interface Uses",
                        "@Projection belongs on a record: write 'public record Uses(…)'"));
    }

    @Test
    void typeParameters() {
        compile(FOLD.replace("public record Uses(", "public record Uses<T>("))
                .reports(error(
                        GENERIC,
                        "public record Uses<T>(",
                        "A projection has no type parameters: write the types that Uses holds"));
    }

    @Test
    void versionZero() {
        compile(FOLD.replace("version = 1", "version = 0"))
                .reports(error(PROJECTION_VERSION, "version = 0", "The first version of a projection is 1"));
    }

    @Test
    void sourceThatIsNoAggregate() {
        compile(FOLD.replace("from = Account.class", "from = String.class"))
                .reports(error(
                        PROJECTION_SOURCE,
                        "from = String.class",
                        "java.lang.String is no aggregate whose events could be folded: name a snapshot, which has"
                                + " @EventSourced, or a sealed interface of events with @External"));
    }

    @Test
    void sourceThatIsNamedTwice() {
        compile(FOLD.replace("from = Account.class", "from = {Account.class, Account.class}"))
                .reports(error(PROJECTION_SOURCE, "Account.class})", "bank.Account is named twice: leave it out here"));
    }

    @Test
    void marksThatNothingReads() {
        compile(
                        FOLD.replace(
                                "@Nullable Uses on(Withdrawn",
                                "@ForeignKey static String of(Account account) { return \"\"; }\n    @Nullable Uses on(Withdrawn"))
                .reports(error(
                        FOREIGN_KEY,
                        "of(Account account)",
                        "@ForeignKey finds a snapshot that is joined, and Uses folds events: mark what derives a key from an"
                                + " event with @Key, or leave out 'from', for a join"));
    }

    @Test
    void keyOfAnEventInAJoin() {
        compile(JOIN.replace(
                        "@ForeignKey static",
                        "@Key static String of(Movement movement) { return \"\"; }\n    @ForeignKey static"))
                .reports(error(
                        PROJECTION_KEY,
                        "of(Movement movement)",
                        "@Key derives a key from an event, and Owned joins snapshots: mark what finds a component with"
                                + " @ForeignKey, or name the aggregates whose events it folds, 'from = …'"));
    }

    @Test
    void nothingFolded() {
        compile(FOLD.without("static Uses on(@Nullable Uses uses, Deposited deposited) { return new Uses(1); }")
                        .without("@Nullable Uses on(Withdrawn withdrawn) { return null; }"))
                .reports(error(
                        NOTHING_FOLDED,
                        "from = Account.class",
                        "Uses takes in no event of Account: write 'static Uses on(Event event)' for one of Movement, or leave"
                                + " it out here"));
    }

    @Test
    void nothingCreates() {
        compile(FOLD.replace(
                        "static Uses on(@Nullable Uses uses, Deposited deposited)", "Uses on(Deposited deposited)"))
                .reports(error(
                        NOTHING_CREATES,
                        "public record Uses(",
                        "There can never be Uses: every on needs one to be there. Make the on that creates one static, or"
                                + " write 'static Uses initial()'"));
    }

    @Test
    void handlersOfOtherForms() {
        compile(FOLD.replace("@Nullable Uses uses, Deposited", "Uses uses, Deposited")
                        .replace("@Nullable Uses on(Withdrawn withdrawn) { return null; }", """
                                private String on(Withdrawn withdrawn) { return ""; }
                                Uses on(String text) { return this; }
                                """))
                .reports(
                        error(
                                STATE_NOT_NULLABLE,
                                "static Uses on(",
                                "on(Uses, Deposited) is also called where there is no entity: write '@Nullable Uses'"),
                        error(
                                HANDLER_PRIVATE,
                                "private String on(",
                                "on(Withdrawn) is private, and generated code has to call it: remove 'private'"),
                        error(
                                HANDLER_RETURN,
                                "private String on(",
                                "on(Withdrawn) must return Uses, or @Nullable Uses where null deletes the record"),
                        error(
                                HANDLER_PARAMETERS,
                                "Uses on(String",
                                "on(String) is no on, which takes an event of Movement, and may take an EventContext after"
                                        + " it; a static one may take '@Nullable Uses' before it. Write these parameters, or"
                                        + " give the method another name"));
    }

    @Test
    void handlersThatTieOrAreHidden() {
        compile(FOLD.replace("@Nullable Uses on(Withdrawn withdrawn) { return null; }", """
                        Uses on(Deposited deposited, EventContext<String> context) { return this; }
                        Uses on(Movement movement) { return this; }
                        @Nullable Uses on(Withdrawn withdrawn) { return null; }
                        """))
                .reports(
                        error(
                                HANDLERS_TIE,
                                "Uses on(Deposited deposited, EventContext",
                                "on(Uses, Deposited) and on(Deposited, EventContext) both take Deposited, and neither is more"
                                        + " specific: remove one, or write one for Deposited itself"),
                        error(
                                HANDLER_UNREACHABLE,
                                "Uses on(Movement movement)",
                                "Nothing reaches on(Movement): each event that it could take has a more specific one."
                                        + " Remove it"));
    }

    @Test
    void eventWithoutAKey() {
        compile(REKEYED.replace(
                        "static Sizes initial()",
                        "Sizes on(Withdrawn withdrawn) { return this; }\nstatic Sizes initial()"))
                .reports(error(
                        PROJECTION_KEY,
                        "Sizes on(Withdrawn",
                        "Nothing says under which key Withdrawn is taken in. Write '@Key static java.lang.Long"
                                + " keyOf(Withdrawn event)'"));
    }

    @Test
    void keyOfAnEventThatIsNotTaken() {
        compile(REKEYED.replace(
                        "static Sizes initial()",
                        "@Key static long other(Withdrawn withdrawn) { return 1; }\nstatic Sizes initial()"))
                .reports(
                        error(
                                PROJECTION_KEY,
                                "static long other",
                                "other(Withdrawn) derives a key from Withdrawn, which no on takes: write one, or remove the method"));
    }

    @Test
    void keysThatDiffer() {
        compile(REKEYED.replace("static Sizes initial()", """
                        @Key static String other(Withdrawn withdrawn) { return ""; }
                        Sizes on(Withdrawn withdrawn) { return this; }
                        static Sizes initial()"""))
                .reports(error(
                        PROJECTION_KEY,
                        "public record Sizes(",
                        "All records of Sizes have keys of one type, and these are [java.lang.Long, java.lang.String]: write"
                                + " static @Key methods that derive one from the events that are kept under others"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long size(Deposited deposited) { return 1; }",
                "static Object size(Deposited deposited) { return 1; }",
                "static long size(String text) { return 1; }",
                "static long size(Deposited deposited, String text) { return 1; }"
            })
    void keyMethodOfAnotherForm(String method) {
        compile(REKEYED.replace("static long size(Deposited deposited) { return deposited.amount(); }", method))
                .reports(error(
                        PROJECTION_KEY,
                        method,
                        "@Key on a method of a projection derives its key from an event. Write 'static K size(Event event)',"
                                + " with an event of [Movement], perhaps an EventContext after it, and for K a String, UUID,"
                                + " int, long, an enum, or a record of one such component, an Optional or a Collection of"
                                + " it"));
    }

    @Test
    void joinOfOne() {
        compile(JOIN.replace("Owner owner, Account account)", "Owner owner)")
                        .without("@ForeignKey static Optional<String> account(Owner owner)"
                                + " { return Optional.of(owner.account()); }"))
                .reports(error(
                        PROJECTION_COMPONENT,
                        "public record Owned(",
                        "Owned joins nothing: write a component for each snapshot that it is made of, two at least, or name"
                                + " the aggregates whose events it folds, 'from = …'"));
    }

    @Test
    void componentThatIsNoSnapshot() {
        compile(JOIN.replace("Account account)", "String account)"))
                .reports(
                        error(
                                PROJECTION_COMPONENT,
                                "Owner owner, String account)",
                                "java.lang.String is neither a snapshot (@EventSourced) nor another @Projection, and a projection"
                                        + " that joins has no other components. To fold events, name their aggregates: 'from = …'"));
    }

    @Test
    void firstComponentThatMayBeMissing() {
        compile(JOIN.replace("Owner owner, Account", "Optional<Owner> owner, Account"))
                .reports(error(
                        PROJECTION_COMPONENT,
                        "Optional<Owner> owner",
                        "The first component gives the key, and so is never missing: write bank.Owner"));
    }

    @Test
    void noForeignKey() {
        compile(JOIN.without("@ForeignKey"))
                .reports(error(
                        FOREIGN_KEY,
                        "Account account)",
                        "Nothing says which account belongs to owner: their keys are java.lang.String and java.lang.Long."
                                + " Write '@ForeignKey static String account(Owner owner) { … }'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static long account(Owner owner) { return 1; }",
                "String account(Owner owner) { return null; }",
                "static String account(Account account) { return null; }",
                "private static String account(Owner owner) { return null; }",
                "static String account(Owner owner) throws Exception { return null; }"
            })
    void foreignKeyOfAnotherForm(String method) {
        compile(JOIN.replace(
                        "static Optional<String> account(Owner owner) { return Optional.of(owner.account()); }",
                        method))
                .reports(error(
                        FOREIGN_KEY,
                        method,
                        "A foreign key says which account belongs to a component before it. Write 'static String"
                                + " account(Owner owner)', or with an Optional or @Nullable key where there may be none; not"
                                + " private, without checked exceptions"));
    }

    @Test
    void foreignKeyOfNoComponent() {
        compile(JOIN.replace(
                        "@ForeignKey", "@ForeignKey static String bank(Owner owner) { return null; }\n@ForeignKey"))
                .reports(error(
                        FOREIGN_KEY,
                        "String bank(Owner",
                        "@ForeignKey bank finds no component of that name: name it like the component that it finds, which"
                                + " is not the first one"));
    }

    @Test
    void contextsOfOtherKeys() {
        compile(REKEYED.replace("EventContext<Long> context", "EventContext<String> text"))
                .reports(error(
                        CONTEXT_KEY,
                        "EventContext<String> text",
                        "The key of Sizes's records is Long: write 'EventContext<Long> text'"));
        compile(REKEYED.replace("size(Deposited deposited)", "size(Deposited deposited, EventContext<Long> of)"))
                .reports(error(
                        CONTEXT_KEY,
                        "EventContext<Long> of",
                        "The key of the entity that the event happened to is String: write 'EventContext<String> of'"));
        compile(REKEYED.replace("EventContext<Long> context", "EventContext<?> context"))
                .isClean();
    }
}
