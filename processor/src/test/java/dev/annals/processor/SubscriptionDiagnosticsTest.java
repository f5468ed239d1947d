package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.DEPENDENCIES_DIFFER;
import static dev.annals.processor.diagnostic.Code.EXTENSION_ALONE;
import static dev.annals.processor.diagnostic.Code.HANDLER_PRIVATE;
import static dev.annals.processor.diagnostic.Code.HANDLER_RETURN;
import static dev.annals.processor.diagnostic.Code.INACCESSIBLE;
import static dev.annals.processor.diagnostic.Code.NOTHING_HANDLED;
import static dev.annals.processor.diagnostic.Code.ROUTE_TAKEN;
import static dev.annals.processor.diagnostic.Code.SUBSCRIPTION_AGGREGATE;
import static dev.annals.processor.diagnostic.Code.SUBSCRIPTION_CLASS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with classes that do something outside Kafka when something has happened. */
class SubscriptionDiagnosticsTest {

    private static final String METHOD =
            "void on(Deposited deposited, EventContext<String> context) throws Exception {}";

    private static final Domain SUBSCRIPTION = BANK.with("""
            package bank;

            import bank.Movement.*;
            import dev.annals.*;
            import java.util.*;

            @Subscription(service = "bank", name = "printer", from = Account.class)
            final class Printer {
                %s
            }
            """.formatted(METHOD));

    private static Domain with(String methods) {
        return SUBSCRIPTION.replace(METHOD, methods);
    }

    @Test
    void allThatItMayBe() {
        compile(SUBSCRIPTION).isClean();
        compile(with("static void on(Movement movement) {}\nvoid on(Withdrawn withdrawn) {}\nvoid onCaughtUp() {}"))
                .isClean();
        Domain closeable = with("Printer(StringBuilder out, List<String> list) {}\n" + METHOD
                        + "\npublic void close() {}")
                .replace("final class Printer", "final class Printer implements AutoCloseable");
        assertThat(compile(closeable).generated().keySet())
                .doesNotContain("bank/Main.java")
                .contains("bank/BankService.java");
        compile(closeable).isClean();
    }

    @Test
    void methodsOfOtherForms() {
        compile(with("private void on(Deposited deposited) {}\nString on(Withdrawn withdrawn) { return \"\"; }"))
                .reports(
                        error(
                                HANDLER_PRIVATE,
                                "private void on(",
                                "on(Deposited) is private, and generated code has to call it: remove 'private'"),
                        error(
                                HANDLER_RETURN,
                                "String on(",
                                "on(Withdrawn) must return nothing (void): what events lead to commands is a @Reaction, and what"
                                        + " is made of them a @Projection"));
        compile(with(METHOD + "\nvoid onCaughtUp(int count) {}"))
                .reports(error(
                        SUBSCRIPTION_CLASS,
                        "onCaughtUp(int count)",
                        "What is called when all events have been handled that there were is 'void onCaughtUp()', not private"
                                + " and not static: write that, or give this method another name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abstract class Printer", "interface Printer", "final class Printer<T>"})
    void typesThatAreNoClasses(String type) {
        compile(SUBSCRIPTION.replace("final class Printer", type).replace(METHOD, ""))
                .reports(error(
                        SUBSCRIPTION_CLASS,
                        type,
                        "@Subscription belongs on a class without type parameters that is not abstract, at the top of a file or"
                                + " static: write 'final class Printer'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"private Printer() {}", "Printer() throws Exception {}", "Printer() {}\nPrinter(String text) {}"
            })
    void constructorsOfOtherForms(String constructor) {
        compile(with(constructor + "\n" + METHOD))
                .reports(error(
                        SUBSCRIPTION_CLASS,
                        "final class Printer",
                        "Printer is made by generated code, with what the service's builder is given: leave it one constructor,"
                                + " not private, and without checked exceptions"));
    }

    @Test
    void aggregatesThatAreNone() {
        compile(SUBSCRIPTION.replace("from = Account.class", "from = {}"))
                .reports(error(
                        SUBSCRIPTION_AGGREGATE,
                        "from = {}",
                        "Name at least one aggregate whose events are handled, by its snapshot"));
        compile(SUBSCRIPTION.replace("from = Account.class", "from = Movement.class"))
                .reports(error(
                        SUBSCRIPTION_AGGREGATE,
                        "from = Movement.class",
                        "bank.Movement is no aggregate whose events could be handled: name a snapshot, which has"
                                + " @EventSourced, or a sealed interface of events with @External"));
        compile(with(""))
                .reports(error(
                        NOTHING_HANDLED,
                        "from = Account.class",
                        "Printer handles no event of Account: write 'void on(Event event)' for one of Movement, or leave it out"
                                + " here"));
    }

    @Test
    void dependenciesThatDiffer() {
        Domain two = with("Printer(StringBuilder out) {}\n" + METHOD).with("""
                package bank;

                import bank.Movement.*;
                import dev.annals.*;

                @Subscription(service = "bank", name = "second", from = Account.class)
                final class Second {
                    Second(String out) {}
                    void on(Deposited deposited) {}
                }
                """);
        compile(two)
                .reports(error(
                        DEPENDENCIES_DIFFER,
                        "Second(String out)",
                        "The service's builder takes each thing by its name, and out is a java.lang.String here and a"
                                + " java.lang.StringBuilder in another constructor: give one of them another name"));
        compile(two.replace("Second(String out)", "Second(StringBuilder out)")).isClean();
    }

    @Test
    void dependenciesOfOtherNamesAndPackages() {
        compile(with("Printer(StringBuilder engine, String printer) {}\n" + METHOD))
                .isClean();
        Domain below = BANK.with("""
                package bank.mail;

                import bank.*;
                import dev.annals.*;

                @Subscription(service = "bank", name = "mailer", from = Account.class)
                final class Mailer {
                    Mailer(Post post) {}
                    void on(Movement movement) {}
                }
                """).with("""
                package bank.mail;

                public final class Post {}
                """);
        compile(below).isClean();
        compile(below.replace("public final class Post", "final class Post"))
                .reports(error(
                        INACCESSIBLE,
                        "Mailer(Post post)",
                        "post is passed by the service's builder, which is generated in package bank: make its type public, and"
                                + " the types around it"));
    }

    @Test
    void namesThatAreTaken() {
        compile(SUBSCRIPTION.replace("name = \"printer\"", "name = \"subscriptions\""))
                .reports(error(
                        ROUTE_TAKEN,
                        "name = \"subscriptions\"",
                        "The paths below /subscriptions are those of every service: give it another name"));
        compile(SUBSCRIPTION.replace(
                        "service = \"bank\", name = \"printer\"", "service = \"post\", name = \"printer\""))
                .reports(error(
                        EXTENSION_ALONE,
                        "service = \"post\"",
                        "The service \"post\" has neither an aggregate nor a projection here, which a subscription could be"
                                + " added to: there is bank"));
    }
}
