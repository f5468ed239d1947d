package dev.annals.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Compiled.warning;
import static dev.annals.processor.Domain.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.annals.processor.diagnostic.Code;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagnostics together. */
class AllDiagnosticsTest {

    @Test
    void eachCodeHasATest() {
        JavaClasses classes = new ClassFileImporter().importPackages("dev.annals.processor");
        Set<String> tested = classes
                .that(simpleNameEndingWith("DiagnosticsTest")
                        .or(simpleNameEndingWith("WarningsTest"))
                        .or(simpleNameEndingWith("GateTest")))
                .stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Code.class))
                .filter(access -> !access.getOriginOwner().isEquivalentTo(AllDiagnosticsTest.class))
                .map(access -> access.getTarget().getName())
                .collect(Collectors.toSet());

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Enum::name).toList());
    }

    @Test
    void mistakesOfAllKindsAreReportedTogether() {
        Domain domain = BANK.replace("\"bank\"", "\"the bank\"")
                .replace("record Deposited(long amount)", "record Deposited(Object amount)")
                .replace("record Withdrawn(long amount)", "record Withdrawal(long amount)")
                .replace("Movement decide(Deposit deposit) { return new Deposited(1); }", "")
                .replace("Movement decide(Withdraw withdraw)", "private Object decide(Withdraw withdraw)")
                .replace("return new Withdrawn(1);", "return null;")
                .replace("Account evolve(Withdrawn withdrawn)", "Account evolve(Withdrawal withdrawal)")
                .replace("@Key String account();", "String account();");

        compile(domain)
                .reports(
                        error(
                                Code.BAD_NAME,
                                "the bank",
                                "The service \"the bank\" is part of topics, URLs and class names: write a letter, then"
                                        + " letters, digits and hyphens, 63 at the most"),
                        error(
                                Code.NO_KEY,
                                "record Deposit(",
                                "No @Key says which entity Deposit is for. Write '@Key String id();' in Operation, or @Key"
                                        + " before a component"),
                        error(
                                Code.NO_KEY,
                                "record Withdraw(",
                                "No @Key says which entity Withdraw is for. Write '@Key String id();' in Operation, or @Key"
                                        + " before a component"),
                        error(
                                Code.NO_HANDLER,
                                "public record Account",
                                "Account has no decide for the command Deposit. Write: Movement decide(Deposit deposit) { … }"),
                        error(
                                Code.HANDLER_PRIVATE,
                                "decide(Withdraw withdraw)",
                                "decide(Withdraw) is private, and generated code has to call it: remove 'private'"),
                        error(
                                Code.HANDLER_RETURN,
                                "decide(Withdraw withdraw)",
                                "decide(Withdraw) must return Movement, List<Movement> or Decision<Movement>"),
                        error(
                                Code.UNSUPPORTED_TYPE,
                                "record Deposited(",
                                "amount has the type java.lang.Object, which has no mapping: write a primitive or its box,"
                                        + " String, UUID, BigDecimal, BigInteger, Instant, LocalDate, LocalTime,"
                                        + " LocalDateTime, OffsetDateTime, ZonedDateTime, Duration, byte[], an enum, a"
                                        + " record, a sealed interface of records, or an Optional, List, Set or Map of"
                                        + " these"),
                        warning(
                                Code.EVENT_NAME,
                                "record Withdrawal(",
                                "The event Withdrawal is not in the past tense: name what has happened, such as BookCreated,"
                                        + " or mark it @Failure (or silence this with -Aannals.naming=off)"));
    }
}
