package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Domain.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are not Java: what is wrong is for the compiler to say, and the processor adds neither noise nor a crash. */
class BrokenSourcesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commands = Operation.class | commands = Missing.class",
                "events = Movement.class | events = missing.Movement.class",
                "record Deposited(long amount) | record Deposited(Missing amount)",
                "record Deposited(long amount) | record Deposited(java.util.List<Missing> amount)",
                "record Deposited(long amount) | record Deposited(@Missing long amount)",
                "record Deposited(long amount) implements Movement | record Deposited(long amount) implements Missing",
                "record Withdraw( | @Missing record Withdraw(",
                "public sealed interface Movement { | public sealed interface Movement extends Missing {",
                "public record Account(long balance) | public record Account(Missing balance)",
                "Movement decide(Deposit deposit) | Movement decide(Missing deposit)",
                "Movement decide(Deposit deposit) | Missing decide(Deposit deposit)",
                "Movement decide(Deposit deposit) | Movement decide(Deposit deposit) throws Missing",
                "Account evolve(Deposited deposited) | java.util.List<Missing> evolve(Deposited deposited)",
                "Account evolve(Deposited deposited) | Account evolve(Deposited deposited, Deposited deposited)",
                "public record Account( | public record Account(, ",
                "@Key String account(); | @Key Missing account();",
                "return new Deposited(1); | return new Missing(1);",
                "return new Deposited(1); | return 1 +;"
            })
    void javacSaysWhatIsWrong(String text, String by) {
        compile(BANK.replace(text, by)).leavesToJavac();
    }

    @Test
    void syntaxErrorInAnotherFile() {
        compile(BANK.with("package bank;\n\npublic class Other { int = 1; }\n")).leavesToJavac();
    }

    @Test
    void valueWithAMissingComponentInAnotherFile() {
        compile(BANK.replace("record Deposited(long amount)", "record Deposited(Line line)")
                        .with("package bank;\n\npublic record Line(long count, java.util.List<Missing> missing) {}\n"))
                .leavesToJavac();
    }

    /** Javac may find these before the processor is called, or after; the processor may have said what it thinks of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@EventSourced()",
                "@EventSourced(service = \"bank\")",
                "@EventSourced(service = \"bank\", commands = Operation.class)",
                "@EventSourced(service = 1, commands = Operation.class, events = Movement.class)",
                "@EventSourced(service = \"bank\", commands = \"Operation\", events = Movement.class)",
                "@EventSourced(service = \"bank\", commands = Operation, events = Movement.class)",
                "@EventSourced(service = \"bank\", commands = {Operation.class}, events = Movement.class)",
                "@EventSourced(service = null, commands = Operation.class, events = Movement.class)",
                "@EventSourced(service = \"bank\", service = \"bank\", commands = Operation.class, events = Movement.class)",
                "@EventSourced(service = \"bank\", commands = Operation.class, events = Movement.class, other = 1)",
                "@EventSourced(service = \"bank\", commands = Operation.class, events = Movement.class)"
                        + " @EventSourced(service = \"bank\", commands = Operation.class, events = Movement.class)",
                "@EventSourced(service = \"bank\", commands = bank.class, events = Movement.class)"
            })
    void brokenAnnotation(String annotation) {
        Domain domain = BANK.with("""
                package bank;

                import dev.annals.EventSourced;

                %s
                public record Account(long balance) {
                    static Account initial() { return new Account(0); }
                    Movement decide(Operation operation) { return new Movement.Deposited(1); }
                    Account evolve(Movement movement) { return this; }
                }
                """.formatted(annotation));

        compile(domain).leavesToJavac();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static Account initial() | @EventSourced(service = \"a\", commands = Operation.class, events = Movement.class)"
                        + " static Account initial()",
                "public sealed interface Operation { | public sealed interface Operation permits Operation {",
                "public sealed interface Operation { | public sealed interface Operation extends Operation {",
                "public sealed interface Operation { | public sealed interface Operation extends Movement.Deposited {",
                "record Deposit(String account, long amount) | record Deposit(String account, long account)",
                "record Deposit(String account, long amount) implements Operation {} | sealed interface Deposit extends"
                        + " Operation permits Operation {} record Deposit2(String account) implements Operation {}",
                "public record Account(long balance) { | public record Account(long balance) extends Object {",
                "public record Account(long balance) { | public sealed record Account(long balance) {"
            })
    void neverCrashes(String text, String by) {
        Compiled compiled = compile(BANK.replace(text, by));

        assertThat(compiled.reported()).isNotEmpty().noneMatch(report -> report.contains("\tat "));
    }
}
