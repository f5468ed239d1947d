package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.DUPLICATE_NAME;
import static dev.annals.processor.diagnostic.Code.GENERATED_TYPE_EXISTS;
import static dev.annals.processor.diagnostic.Code.NO_SHARED_PACKAGE;
import static dev.annals.processor.diagnostic.Code.ROUTE_TAKEN;
import static dev.annals.processor.diagnostic.Code.SERVICES_SHARE_PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with aggregates beside each other. */
class ServiceDiagnosticsTest {

    /** Another aggregate, with the same commands and events. */
    private static Domain bankAnd(String packageName, String service, String name) {
        return BANK.with("""
                package %s;

                import bank.Movement;
                import bank.Operation;
                import dev.annals.EventSourced;

                @EventSourced(commands = Operation.class, events = Movement.class,
                        name = "%s", // other
                        service = "%s") // other
                public record Savings(long balance) {
                    static Savings initial() { return new Savings(0); }
                    Movement decide(Operation operation) { return new Movement.Deposited(1); }
                    Savings evolve(Movement movement) { return this; }
                }
                """.formatted(packageName, name, service));
    }

    @Test
    void aggregatesOfOneServiceInPackagesBelowOne() {
        compile(bankAnd("bank.savings", "bank", "savings")).isClean();
    }

    @ParameterizedTest
    @CsvSource({"accounts", "Accounts", "ACCOUNTS"})
    void twoAggregatesOfOneName(String name) {
        compile(bankAnd("bank", "bank", name))
                .reports(error(
                        DUPLICATE_NAME,
                        name.equals("accounts") ? "name = \"accounts\", // other" : "name = \"accounts\",\n",
                        name.equals("accounts")
                                ? "Account and Savings would both have generated classes whose names start with Accounts in"
                                        + " the service \"bank\": give one of them another name"
                                : "Savings and Account would both have generated classes whose names start with Accounts in"
                                        + " the service \"bank\": give one of them another name"));
    }

    @Test
    void twoNamesThatGiveOneClass() {
        Domain domain = bankAnd("bank", "bank", "current-accounts").replace("\"accounts\"", "\"currentAccounts\"");

        compile(domain)
                .reports(error(
                        DUPLICATE_NAME,
                        "name = \"currentAccounts\"",
                        "Savings and Account would both have generated classes whose names start with CurrentAccounts in the"
                                + " service \"bank\": give one of them another name"));
    }

    @ParameterizedTest
    @CsvSource({
        "accounts-commands",
        "accounts-events",
        "accounts-snapshots",
        "accounts-dead-letters",
        "accounts-outcomes"
    })
    void namesOfOneTopologyThatCollide(String name) {
        compile(bankAnd("bank", "bank", name))
                .reports(error(
                        DUPLICATE_NAME,
                        "name = \"" + name + "\"",
                        "Account and Savings would both have a part named \"" + name
                                + "\" in the topology of the service" + " \"bank\": give one of them another name"));
    }

    @ParameterizedTest
    @CsvSource({"health", "instances", "metrics", "schemas", "topology"})
    void nameOfAServicesOwnRoutes(String name) {
        compile(bankAnd("bank", "bank", name))
                .reports(error(
                        ROUTE_TAKEN,
                        "name = \"" + name + "\"",
                        "The paths below /" + name + " are those of every service: give it another name"));
    }

    @ParameterizedTest
    @CsvSource({"all", "commands", "dead-letters", "events", "one"})
    void nameOfARouteOfTheAggregateWithoutAName(String name) {
        compile(bankAnd("bank", "bank", name)).isClean();
        compile(bankAnd("bank", "bank", name).replace("name = \"accounts\"", "name = \"\""))
                .reports(error(
                        ROUTE_TAKEN,
                        "name = \"" + name + "\"",
                        "The paths below /" + name
                                + " are those of the aggregate without a name: give it another name"));
    }

    @Test
    void twoServicesInOnePackage() {
        compile(bankAnd("bank", "savings-bank", "savings"))
                .reports(error(
                        SERVICES_SHARE_PACKAGE,
                        "service = \"savings-bank\"",
                        "The services \"bank\" and \"savings-bank\" would both have their Main in package bank: move one of"
                                + " them"));
    }

    @Test
    void servicesWhoseClassesCollide() {
        Domain domain = bankAnd("bank.savings", "bank", "savings").with("""
                        package bank.savings;

                        @dev.annals.EventSourced(service = "z", name = "savings", commands = bank.Operation.class, events = bank.Movement.class)
                        public record Other(long balance) {
                            static Other initial() { return new Other(0); }
                            bank.Movement decide(bank.Operation operation) { return new bank.Movement.Deposited(1); }
                            Other evolve(bank.Movement movement) { return this; }
                        }
                        """);

        assertThat(compile(domain, "-Xlint:-processing").reported())
                .contains("error " + domain.place("public record Other") + " [" + GENERATED_TYPE_EXISTS.text()
                        + "] Annals would generate bank.savings.SavingsAggregate, and there is one already: give one of the"
                        + " two another name");
    }

    @Test
    void packagesThatShareNothing() {
        compile(bankAnd("savings", "bank", "savings"))
                .reports(error(
                        NO_SHARED_PACKAGE,
                        "public record Account",
                        "The service \"bank\" has its snapshots in packages that share nothing (bank, savings), and so no"
                                + " place for its Main: move them below one package"));
    }

    @Test
    void snapshotInNoPackage() {
        Domain domain = Domain.of(
                """
                import dev.annals.*;

                @EventSourced(service = "my-bank", commands = Operation.class, events = Movement.class)
                public record Account(long balance) {
                    static Account initial() { return new Account(0); }
                    Movement decide(Operation operation) { return new Movement.Deposited(); }
                    Account evolve(Movement movement) { return this; }
                }
                """, """
                public sealed interface Operation {
                    record Deposit(@dev.annals.Key String account) implements Operation {}
                }
                """, "public sealed interface Movement {\n    record Deposited() implements Movement {}\n}\n");

        compile(domain)
                .reports(error(
                        NO_SHARED_PACKAGE,
                        "public record Account",
                        "Account is in no package, and generated code has to be in one: write 'package mybank;', or another,"
                                + " at the top of all sources of the service"));
    }
}
