package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.DUPLICATE_NAME;
import static dev.annals.processor.diagnostic.Code.HANDLER_PARAMETERS;
import static dev.annals.processor.diagnostic.Code.HANDLER_RETURN;
import static dev.annals.processor.diagnostic.Code.NOTHING_HANDLED;
import static dev.annals.processor.diagnostic.Code.SUBSCRIPTION_CLASS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with classes that keep read models in SQL; what they have in common with subscriptions is tested there. */
class ReadModelDiagnosticsTest {

    private static final String METHOD =
            "void on(Deposited deposited, EventContext<String> context, Connection sql) throws Exception {}";

    private static final Domain READ_MODEL = BANK.with("""
            package bank;

            import bank.Movement.*;
            import dev.annals.*;
            import java.sql.Connection;
            import java.util.*;

            @SqlReadModel(service = "bank", name = "deposits", from = Account.class)
            final class Deposits {
                %s
            }
            """.formatted(METHOD));

    private static Domain with(String methods) {
        return READ_MODEL.replace(METHOD, methods);
    }

    @Test
    void allThatItMayBe() {
        compile(READ_MODEL).isClean();
        compile(with("static void on(Movement movement, Connection sql) {}\nvoid onCaughtUp() {}"))
                .isClean();
        Domain dependent = with("Deposits(StringBuilder sql) {}\n" + METHOD);
        compile(dependent).isClean();
        assertThat(compile(dependent).generated().get("bank/BankService.java")).contains("NeedsSql builder()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deposited deposited",
                "Connection sql",
                "Connection sql, Deposited deposited",
                "Deposited deposited, Connection sql, EventContext<String> context"
            })
    void methodWithoutAConnectionAtItsEnd(String parameters) {
        Compiled compiled = compile(with("void on(" + parameters + ") {}"));

        assertThat(compiled.reported())
                .anySatisfy(
                        text -> assertThat(text)
                                .contains("[" + HANDLER_PARAMETERS.text() + "]")
                                .contains(
                                        "which takes an event of Movement, may take an EventContext after it, and takes a"
                                                + " java.sql.Connection last. Write these parameters, or give the method another name"));
    }

    @Test
    void methodThatReturnsSomething() {
        compile(with("int on(Deposited deposited, Connection sql) { return 1; }"))
                .reports(error(
                        HANDLER_RETURN,
                        "int on(",
                        "on(Deposited, Connection) must return nothing (void): what events lead to commands is a @Reaction, and"
                                + " what is made of them a @Projection"));
    }

    @Test
    void nothingIsApplied() {
        compile(with(""))
                .reports(error(
                        NOTHING_HANDLED,
                        "from = Account.class",
                        "Deposits handles no event of Account: write 'void on(Event event, Connection sql)' for one of"
                                + " Movement, or leave it out here"));
    }

    @Test
    void otherTypes() {
        compile(READ_MODEL.replace("final class Deposits", "abstract class Deposits"))
                .reports(error(
                        SUBSCRIPTION_CLASS,
                        "abstract class Deposits",
                        "@SqlReadModel belongs on a class without type parameters that is not abstract, at the top of a file or"
                                + " static: write 'final class Deposits'"));
    }

    @Test
    void nameThatIsTaken() {
        assertThat(compile(READ_MODEL.replace("name = \"deposits\"", "name = \"accounts\""))
                        .reported())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("[" + DUPLICATE_NAME.text() + "]"));
    }
}
