package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Domain.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** A domain that names types which another processor has still to generate. */
class RoundsTest {

    private static final String EVENTS = BANK.sources().getOrDefault("bank.Movement", "");

    @Test
    void eventsAreGenerated() {
        Domain domain = without("bank.Movement");

        Compiled compiled = compileWith(domain, Map.of("bank.Movement", EVENTS));

        compiled.isClean();
        assertThat(compiled.generated()).containsKeys("bank/Movement.java", "bank/Main.java");
    }

    @Test
    void valueOfAnEventIsGenerated() {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(Money amount)")
                .replace("return new Deposited(1);", "return new Deposited(new Money(1));");

        Compiled compiled =
                compileWith(domain, Map.of("bank.Money", "package bank; public record Money(long cents) {}"));

        compiled.isClean();
        assertThat(compiled.generated().get("bank/AccountsValueCodec.java")).contains("writeMoney(");
    }

    @Test
    void valueOfAValueIsGenerated() {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(List<Line> lines)")
                .replace("return new Deposited(1);", "return new Deposited(List.of());")
                .with("package bank;\n\npublic record Line(int count, java.util.Optional<Money> price) {}\n");

        Compiled compiled =
                compileWith(domain, Map.of("bank.Money", "package bank; public record Money(long cents) {}"));

        compiled.isClean();
        assertThat(compiled.generated().get("bank/AccountsValueCodec.java")).contains("writeMoney(");
    }

    @Test
    void keyIsGenerated() {
        Domain domain = BANK.replace("@Key String account();", "@Key Id account();")
                .replace("record Deposit(String account", "record Deposit(Id account")
                .replace("record Withdraw(String account", "record Withdraw(Id account");

        Compiled compiled = compileWith(domain, Map.of("bank.Id", "package bank; public record Id(String id) {}"));

        compiled.isClean();
        assertThat(compiled.generated().get("bank/AccountsAggregate.java"))
                .contains("KeyCodec.STRING.mapped(Id::new, Id::id)");
    }

    @Test
    void generatedValueIsCheckedToo() {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(Money amount)")
                .replace("return new Deposited(1);", "return null;");

        Compiled compiled =
                compileWith(domain, Map.of("bank.Money", "package bank; public record Money(Object cents) {}"));

        assertThat(compiled.reported())
                .singleElement()
                .asString()
                .contains("[ANNALS-501] cents has the type java.lang.Object");
    }

    @Test
    void typeThatNobodyGeneratesIsMissing() {
        compileWith(without("bank.Movement"), Map.of("bank.Other", "package bank; public record Other() {}"))
                .leavesToJavac();
    }

    @Test
    void oneDomainThatIsMissingATypeDoesNotHideTheMistakesOfAnother() {
        Domain domain = BANK.with("""
                        package other;

                        @dev.annals.EventSourced(service = "other", commands = bank.Operation.class, events = Missing.class)
                        public record Other(long balance) {}
                        """)
                .replace("Movement decide(Withdraw withdraw)", "private Movement decide(Withdraw withdraw)");

        assertThat(compile(domain).reported())
                .anyMatch(text -> text.contains("[ANNALS-404]"))
                .anyMatch(text -> text.contains("cannot find symbol"))
                .hasSize(2);
    }

    private static Domain without(String type) {
        Map<String, String> sources = new LinkedHashMap<>(BANK.sources());
        sources.remove(type);
        return new Domain(sources);
    }

    private static Compiled compileWith(Domain domain, Map<String, String> generated) {
        return compile(domain, List.of(new OtherProcessor(generated), new AnnalsProcessor()));
    }

    /** Generates sources in the first round. */
    private static final class OtherProcessor extends AbstractProcessor {

        private final Map<String, String> sources;
        private boolean done;

        OtherProcessor(Map<String, String> sources) {
            this.sources = sources;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                sources.forEach(this::write);
            }
            return false;
        }

        private void write(String name, String source) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
