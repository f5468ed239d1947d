package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.EXTENSION_ALONE;
import static dev.annals.processor.diagnostic.Code.SCHEDULE_AGGREGATE;
import static dev.annals.processor.diagnostic.Code.SCHEDULE_METHOD;
import static dev.annals.processor.diagnostic.Code.SCHEDULE_TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with methods that give commands when it is time. */
class ScheduleDiagnosticsTest {

    private static final String METHOD = "static Optional<Deposit> pay(Instant time) { return Optional.empty(); }";

    private static final Domain SCHEDULE = BANK.with("""
            package bank;

            import bank.Movement.*;
            import bank.Operation.*;
            import dev.annals.*;
            import java.time.Instant;
            import java.util.*;

            final class Salaries {
                @Scheduled(service = "bank", name = "salaries", every = "PT24H", to = Account.class)
                %s
            }
            """.formatted(METHOD));

    @ParameterizedTest
    @ValueSource(
            strings = {
                METHOD,
                "static Deposit pay() { return new Deposit(\"\", 1); }",
                "static List<? extends Operation> pay(Instant time) { return List.of(); }"
            })
    void formsOfMethods(String method) {
        compile(SCHEDULE.replace(METHOD, method)).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deposit pay() { return new Deposit(\"\", 1); }",
                "private static Deposit pay() { return new Deposit(\"\", 1); }",
                "static Deposit pay() throws Exception { return new Deposit(\"\", 1); }",
                "static Deposit pay(String time) { return new Deposit(\"\", 1); }",
                "static Deposited pay() { return new Deposited(1); }",
                "static void pay() {}"
            })
    void methodsOfOtherForms(String method) {
        compile(SCHEDULE.replace(METHOD, method))
                .reports(error(
                        SCHEDULE_METHOD,
                        "pay(",
                        "pay gives a command, an Optional or a Collection of commands, of Operation. Write 'static"
                                + " List<Operation> pay(Instant time)', with the time or without, not private, without type"
                                + " parameters and checked exceptions"));
    }

    @Test
    void times() {
        compile(SCHEDULE.replace("every = \"PT24H\"", "cron = \"0 8 * * MON-FRI\", zone = \"Europe/Berlin\""))
                .isClean();
        compile(SCHEDULE.replace("every = \"PT24H\", ", ""))
                .reports(error(
                        SCHEDULE_TIMES, "pay(", "Say when: either every = \"PT15M\", or cron = \"0 8 * * MON-FRI\""));
        compile(SCHEDULE.replace("every = \"PT24H\"", "every = \"PT24H\", cron = \"0 8 * * *\""))
                .reports(error(
                        SCHEDULE_TIMES, "pay(", "Say when: either every = \"PT15M\", or cron = \"0 8 * * MON-FRI\""));
        compile(SCHEDULE.replace("every = \"PT24H\"", "every = \"PT0.5S\""))
                .reports(
                        error(
                                SCHEDULE_TIMES,
                                "every = \"PT0.5S\"",
                                "\"PT0.5S\" is no interval of a second or more: write it as ISO 8601 has it, such as PT15M or PT24H"));
        compile(SCHEDULE.replace("every = \"PT24H\"", "cron = \"0 8 * * *\", zone = \"Nowhere\""))
                .reports(error(
                        SCHEDULE_TIMES,
                        "zone = \"Nowhere\"",
                        "\"Nowhere\" is no time zone: write one such as Europe/Berlin"));
        compile(SCHEDULE.replace("every = \"PT24H\"", "every = \"PT24H\", zone = \"Europe/Berlin\""))
                .reports(error(
                        SCHEDULE_TIMES,
                        "zone = \"Europe/Berlin\"",
                        "An interval has no time zone: leave it out, or write cron = \"0 8 * * *\" for a time of day"));
        compile(SCHEDULE.replace("every = \"PT24H\"", "cron = \"0 0 31 2 *\""))
                .reports(error(
                        SCHEDULE_TIMES, "cron = \"0 0 31 2 *\"", "\"0 0 31 2 *\" never comes: there is no such day"));
        assertThat(compile(SCHEDULE.replace("every = \"PT24H\"", "cron = \"61 8 * * *\""))
                        .reported())
                .singleElement()
                .asString()
                .contains(
                        "[ANNALS-943] \"61 8 * * *\" is no cron expression of five fields (minute, hour, day of the month,"
                                + " month, day of the week): ");
    }

    @Test
    void aggregatesThatAreNone() {
        compile(SCHEDULE.replace("to = Account.class", "to = {}"))
                .reports(error(
                        SCHEDULE_AGGREGATE,
                        "to = {}",
                        "Name at least one aggregate whose commands are given, by its snapshot"));
        compile(SCHEDULE.replace("to = Account.class", "to = {Account.class, Salaries.class}"))
                .reports(
                        error(
                                SCHEDULE_AGGREGATE,
                                "to = {Account.class, Salaries.class}",
                                "pay gives commands of one aggregate: name that alone, and write a method for each of the others"));
        compile(SCHEDULE.replace("service = \"bank\", name = \"salaries\"", "service = \"post\", name = \"salaries\""))
                .reports(error(
                        EXTENSION_ALONE,
                        "service = \"post\"",
                        "The service \"post\" has neither an aggregate nor a projection here, which a schedule could be added"
                                + " to: there is bank"));
    }
}
