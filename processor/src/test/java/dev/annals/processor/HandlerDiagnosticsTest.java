package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.Domain.OPENED_BANK;
import static dev.annals.processor.diagnostic.Code.BAD_DEADLINE;
import static dev.annals.processor.diagnostic.Code.CREATES_BESIDE_INITIAL;
import static dev.annals.processor.diagnostic.Code.FAILURE_EVOLVES;
import static dev.annals.processor.diagnostic.Code.HANDLERS_TIE;
import static dev.annals.processor.diagnostic.Code.HANDLER_PARAMETERS;
import static dev.annals.processor.diagnostic.Code.HANDLER_PRIVATE;
import static dev.annals.processor.diagnostic.Code.HANDLER_RETURN;
import static dev.annals.processor.diagnostic.Code.HANDLER_THROWS;
import static dev.annals.processor.diagnostic.Code.HANDLER_UNREACHABLE;
import static dev.annals.processor.diagnostic.Code.NO_HANDLER;
import static dev.annals.processor.diagnostic.Code.STATE_NOT_NULLABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the decide and evolve methods. */
class HandlerDiagnosticsTest {

    private static final String DECIDE = "Movement decide(Withdraw withdraw) { return new Withdrawn(1); }";
    private static final String EVOLVE = "Account evolve(Withdrawn withdrawn) { return this; }";
    private static final String WITHDRAW = "record Withdraw(String account, long amount) implements Operation {}";

    /** Cash and transfers are groups, and one command is both. */
    private static final Domain GROUPS = BANK.replace(WITHDRAW, """
                    sealed interface Cash extends Operation {}
                    sealed interface Transfer extends Operation {}
                    record Withdraw(String account, long amount) implements Cash, Transfer {}
                    record Send(String account) implements Transfer {}
                    """)
            .replace(DECIDE, "Movement decide(Transfer transfer) { return new Withdrawn(1); }");

    @Test
    void commandThatNothingDecides() {
        compile(BANK.without(DECIDE))
                .reports(
                        error(
                                NO_HANDLER,
                                "public record Account",
                                "Account has no decide for the command Withdraw. Write: Movement decide(Withdraw withdraw) { … }"));
    }

    @Test
    void eventThatNothingTakesIn() {
        compile(BANK.without(EVOLVE))
                .reports(
                        error(
                                NO_HANDLER,
                                "public record Account",
                                "Account has no evolve for the event Withdrawn. Write: Account evolve(Withdrawn withdrawn) { … }"));
    }

    @Test
    void suggestedHandlersCreateWhereNothingElseDoes() {
        Domain domain = OPENED_BANK
                .without("static Movement decide(Deposit deposit) { return new Deposited(1); }")
                .without(DECIDE)
                .without("static Account evolve(Deposited deposited) { return new Account(0); }")
                .without(EVOLVE);

        assertThat(compile(domain).reported())
                .anyMatch(text -> text.endsWith("Write: static Movement decide(Deposit deposit) { … }"))
                .anyMatch(text -> text.endsWith("Write: static Account evolve(Deposited deposited) { … }"));
    }

    @Test
    void suggestedParameterIsNoKeyword() {
        Domain domain = BANK.replace(WITHDRAW, "record Package(String account) implements Operation {}")
                .without(DECIDE);

        compile(domain)
                .reports(
                        error(
                                NO_HANDLER,
                                "public record Account",
                                "Account has no decide for the command Package. Write: Movement decide(Package package_) { … }"));
    }

    @Test
    void handlersOfTwoGroupsThatShareALeaf() {
        Domain domain = GROUPS.replace(
                "Movement decide(Transfer transfer)",
                "Movement decide(Cash cash) { return new Withdrawn(1); }\nMovement decide(Transfer transfer)");

        compile(domain)
                .reports(error(
                        HANDLERS_TIE,
                        "decide(Transfer transfer)",
                        "decide(Cash) and decide(Transfer) both take Withdraw, and neither is more specific: remove one, or"
                                + " write one for Withdraw itself"));
    }

    @Test
    void leafHandlerSettlesATieOfGroups() {
        Domain domain = GROUPS.replace("Movement decide(Transfer transfer)", """
                        Movement decide(Withdraw withdraw) { return new Withdrawn(1); }
                        Movement decide(Cash cash) { return new Withdrawn(1); }
                        Movement decide(Transfer transfer)""")
                .replace("record Send(", "record Pay(String account) implements Cash {}\nrecord Send(");

        compile(domain).isClean();
    }

    @Test
    void handlerOfAGroupCoversItsLeaves() {
        compile(GROUPS).isClean();
    }

    @Test
    void handlersOfTheRootsCoverAll() {
        Domain domain = BANK.without(DECIDE)
                .without(EVOLVE)
                .replace("Movement decide(Deposit deposit)", "Movement decide(Operation operation)")
                .replace("Account evolve(Deposited deposited)", "Account evolve(Movement movement)");

        compile(domain).isClean();
    }

    @Test
    void handlerThatNothingReaches() {
        Domain domain =
                BANK.replace(DECIDE, DECIDE + "\nMovement decide(Operation operation) { return new Deposited(1); }");

        compile(domain)
                .reports(error(
                        HANDLER_UNREACHABLE,
                        "decide(Operation operation)",
                        "Nothing reaches decide(Operation): each command that it could take has a more specific one. Remove"
                                + " it"));
    }

    @Test
    void privateHandler() {
        compile(BANK.replace(DECIDE, "private " + DECIDE))
                .reports(error(
                        HANDLER_PRIVATE,
                        "decide(Withdraw withdraw)",
                        "decide(Withdraw) is private, and generated code has to call it: remove 'private'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decide()",
                "decide(String text)",
                "decide(Withdraw... withdraw)",
                "decide(Withdraw withdraw, long amount)",
                "decide(CommandContext context, Withdraw withdraw)",
                "decide(Account account, Withdraw withdraw)",
                "decide(Withdrawn withdrawn)",
                "decide(Object any)"
            })
    void decideOfSomethingElse(String method) {
        assertThat(compile(BANK.replace(DECIDE, DECIDE + "\nMovement " + method + " { return null; }"))
                        .reported())
                .singleElement()
                .asString()
                .contains("[ANNALS-405] decide(")
                .endsWith(
                        ") is no decide, which takes a command of Operation, and may take a CommandContext after it; a"
                                + " static one may take '@Nullable Account' before it. Write these parameters, or give the method"
                                + " another name");
    }

    @Test
    void evolveOfSomethingElse() {
        compile(BANK.replace(
                        EVOLVE,
                        EVOLVE + "\nAccount evolve(Withdrawn withdrawn, CommandContext context) { return this; }"))
                .reports(error(
                        HANDLER_PARAMETERS,
                        "CommandContext context",
                        "evolve(Withdrawn, CommandContext) is no evolve, which takes an event of Movement; a static one may"
                                + " take '@Nullable Account' before it. Write these parameters, or give the method another"
                                + " name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Decision<Operation>",
                "Decision<Withdrawn>",
                "Decision",
                "List",
                "List<?>",
                "List<? super Movement>",
                "List<Object>",
                "Collection<Movement>",
                "Optional<Movement>",
                "Object",
                "Account",
                "void",
                "long",
                "Movement[]",
                "@Nullable Movement"
            })
    void decideThatReturnsSomethingElse(String type) {
        String body = type.equals("void") ? " { }" : type.equals("long") ? " { return 0; }" : " { return null; }";
        Domain domain = BANK.replace(DECIDE, type + " decide(Withdraw withdraw)" + body);

        compile(domain, "-Xlint:-rawtypes")
                .reports(error(
                        HANDLER_RETURN,
                        "decide(Withdraw withdraw)",
                        "decide(Withdraw) must return Movement, List<Movement> or Decision<Movement>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Movement",
                "Withdrawn",
                "List<Movement>",
                "List<Withdrawn>",
                "List<? extends Movement>",
                "Decision<Movement>",
                "<T> Movement"
            })
    void decideThatReturnsEvents(String type) {
        compile(BANK.replace(DECIDE, type + " decide(Withdraw withdraw) { return null; }"))
                .isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "void", "Movement", "Optional<Account>"})
    void evolveThatReturnsSomethingElse(String type) {
        String body = type.equals("void") ? " { }" : " { return null; }";

        compile(BANK.replace(EVOLVE, type + " evolve(Withdrawn withdrawn)" + body))
                .reports(error(
                        HANDLER_RETURN,
                        "evolve(Withdrawn withdrawn)",
                        "evolve(Withdrawn) must return Account, or @Nullable Account where null deletes the entity"));
    }

    @Test
    void handlerThatDeclaresCheckedExceptions() {
        Domain domain = BANK.replace(
                DECIDE,
                "Movement decide(Withdraw withdraw)"
                        + " throws java.io.IOException, IllegalStateException, InterruptedException { return null; }");

        compile(domain)
                .reports(error(
                        HANDLER_THROWS,
                        "decide(Withdraw withdraw)",
                        "decide(Withdraw) declares java.io.IOException, java.lang.InterruptedException: a handler only looks"
                                + " at its arguments, so there is nothing to fail with. Refuse a command with a @Failure"
                                + " event or Decision.reject"));
    }

    @Test
    void creatorBesideInitial() {
        compile(BANK.replace(DECIDE, "static " + DECIDE))
                .reports(error(
                        CREATES_BESIDE_INITIAL,
                        "decide(Withdraw withdraw)",
                        "decide(Withdraw) is static and so creates an entity, but with initial() every key has a state"
                                + " already: remove 'static', or remove initial()"));
    }

    @Test
    void stateThatMayBeAbsentIsNotNullable() {
        Domain domain = OPENED_BANK.replace(
                DECIDE, "static Movement decide(Account account, Withdraw withdraw) { return new Withdrawn(1); }");

        compile(domain)
                .reports(
                        error(
                                STATE_NOT_NULLABLE,
                                "decide(Account account",
                                "decide(Account, Withdraw) is also called where there is no entity: write '@Nullable Account'"));
    }

    @Test
    void failureThatEvolves() {
        compile(BANK.replace("record Withdrawn(long amount)", "@Failure record Withdrawn(long amount)"))
                .reports(error(
                        FAILURE_EVOLVES,
                        "evolve(Withdrawn withdrawn)",
                        "Withdrawn is a @Failure, which changes no state: remove this method, or the annotation"));
    }

    @Test
    void accessorsOfComponentsAreNoHandlers() {
        Domain domain = OPENED_BANK
                .replace("(long balance)", "(long initial, long decide, long evolve)")
                .replace("return new Account(0);", "return new Account(0, 0, 0);");

        compile(domain).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<Due<Withdraw>> closing() { return Optional.empty(); }",
                "Optional<Due<? extends Operation>> closing(String account) { return Optional.empty(); }",
                "Optional<? extends Due<Operation>> closing(String account) { return Optional.empty(); }"
            })
    void formsOfDeadlines(String method) {
        compile(withDeadline(method)).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static Optional<Due<Withdraw>> closing() { return Optional.empty(); }",
                "private Optional<Due<Withdraw>> closing() { return Optional.empty(); }",
                "Optional<Due<Withdraw>> closing() throws Exception { return Optional.empty(); }",
                "Optional<Due<Withdraw>> closing(long account) { return Optional.empty(); }",
                "Optional<Due<Withdrawn>> closing() { return Optional.empty(); }",
                "Due<Withdraw> closing() { return null; }",
                "Optional<Withdraw> closing() { return Optional.empty(); }",
                "void closing() {}"
            })
    void deadlinesOfOtherForms(String method) {
        compile(withDeadline(method))
                .reports(error(
                        BAD_DEADLINE,
                        "closing(",
                        "@Deadline belongs on a method that says which command is due of a state, and when. Write"
                                + " 'Optional<Due<Operation>> closing()', perhaps with the entity's key, 'String key', as its"
                                + " parameter; not static, not private, and without checked exceptions"));
    }

    @Test
    void deadlinesOfOneName() {
        compile(withDeadline("Optional<Due<Withdraw>> closing() { return Optional.empty(); }\n\n    @Deadline"
                        + " Optional<Due<Withdraw>> closing(String again) { return Optional.empty(); }"))
                .reports(
                        error(
                                BAD_DEADLINE,
                                "closing(String again)",
                                "There is another @Deadline closing, and a deadline is known by its name: give this one another"));
    }

    @Test
    void deadlinesOfNoSnapshot() {
        compile(BANK.replace(
                        "record Deposited(long amount) implements Movement {}",
                        "record Deposited(long amount) implements Movement { @Deadline Optional<Due<Operation>> end() { return"
                                + " Optional.empty(); } }"))
                .reports(error(
                        BAD_DEADLINE,
                        "end()",
                        "@Deadline says what is due of an aggregate's state, and Deposited is no snapshot, which has"
                                + " @EventSourced: move the method there"));
    }

    private static Domain withDeadline(String method) {
        return BANK.replace("Account evolve(Deposited", "@Deadline " + method + "\n\n    Account evolve(Deposited");
    }
}
