package dev.annals.processor;

import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.processor.diagnostic.Code;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate says of each kind of change, and where: names, units, nested records, enums and sealed interfaces. */
class GateChangesTest {

    private static final String DEPOSITED = """
            record Deposited(
                    @Decimal(precision = 10, scale = 2) BigDecimal amount,
                    Optional<String> note,
                    List<Line> lines,
                    Map<Currency, Line> totals,
                    Source source) implements Movement {}
            """;

    /** The bank, with an event that holds something of each kind. */
    private static final Domain RELEASED = BANK.replace(
                    "record Deposited(long amount) implements Movement {}", DEPOSITED)
            .replace("return new Deposited(1);", "return null;")
            .with("""
                    package bank;

                    public record Line(
                            String text,
                            java.time.Instant time,
                            Currency currency) {}
                    """)
            .with("""
                    package bank;

                    public enum Currency {
                        EUR,
                        CHF
                    }
                    """)
            .with("""
                    package bank;

                    public sealed interface Source {
                        record Cash() implements Source {}
                        record Transfer(
                                String iban,
                                long number) implements Source {}
                    }
                    """);

    private static final String WRITTEN =
            "What was written with bank.Movement.Deposited.1.avsc could not be read any more: ";
    private static final String CODE = "Code with bank.Movement.Deposited.1.avsc could not read what is written now: ";

    @TempDir
    Path folder;

    @BeforeEach
    void release() {
        compile(RELEASED, "-Aannals.schemas.accept=true").isClean();
    }

    private Compiled compile(Domain domain, String... options) {
        return Compiled.compile(
                domain,
                Stream.concat(Stream.of("-Aannals.schemas=" + folder), Stream.of(options))
                        .toArray(String[]::new));
    }

    private Compiled backward(Domain domain) {
        return compile(domain, "-Aannals.compatibility=backward");
    }

    /** Holds that there is one error, on a line, and what it starts with and holds. */
    private void refuses(Compiled compiled, String at, String start, String mending) {
        assertThat(compiled.reported()).singleElement().asString().satisfies(text -> {
            assertThat(text)
                    .startsWith("error " + compiled.domain().place(at) + " [ANNALS-801] " + start)
                    .contains(mending);
        });
    }

    private void asksToBeAccepted(Compiled compiled) {
        assertThat(compiled.reported()).isNotEmpty().allMatch(text -> text.contains("[ANNALS-802]"));
    }

    @Test
    void nothingChanged() {
        compile(RELEASED).isClean();
    }

    @Test
    void scale() {
        Domain changed = RELEASED.replace("scale = 2", "scale = 4");

        refuses(
                compile(changed),
                "BigDecimal amount",
                WRITTEN + "'amount' is written as decimal(10, 2) and read as decimal(10, 4)",
                "a component of another name beside it");
    }

    @Test
    void precisionThatIsWider() {
        Domain changed = RELEASED.replace("precision = 10", "precision = 12");

        refuses(
                compile(changed),
                "BigDecimal amount",
                CODE + "'amount' is written as decimal(12, 2) and read as decimal(10, 2)",
                "-Aannals.compatibility=backward");
    }

    /** The registry would refuse it, and the service not start. */
    @Test
    void precisionThatIsWiderHasTheSameFingerprint() {
        assertThat(backward(RELEASED.replace("precision = 10", "precision = 12"))
                        .reported())
                .anyMatch(text -> text.contains("[ANNALS-705] bank.Movement.Deposited.1.avsc has the same components")
                        && text.contains("precision is 10 there and 12 here"));
    }

    @Test
    void componentThatBecomesOptional() {
        Domain changed = RELEASED.replace("String text,", "Optional<String> text,")
                .replace(
                        "package bank;\n\npublic record Line",
                        "package bank;\nimport java.util.*;\npublic record Line");

        refuses(
                compile(changed),
                "Optional<String> text",
                CODE + "'lines.text' may be written as null",
                "Leave it required");
        asksToBeAccepted(backward(changed));
    }

    @Test
    void componentThatBecomesRequired() {
        refuses(
                compile(RELEASED.replace("Optional<String> note", "String note")),
                "String note",
                WRITTEN + "'note' may be written as null",
                "Keep it @Nullable or Optional");
    }

    @Test
    void unitInARecordOfAList() {
        refuses(
                compile(RELEASED.replace("java.time.Instant time", "java.time.LocalDateTime time")),
                "java.time.LocalDateTime time",
                WRITTEN + "'lines.time' is written as timestamp-micros",
                "a component of another name beside it");
    }

    @Test
    void renamedInANestedRecord() {
        Domain changed = RELEASED.replace("String text,", "String words,");

        refuses(
                compile(changed),
                "String words",
                WRITTEN + "'lines.words' is not in",
                "Was 'text' renamed? Then keep its name" + " for Avro, by @AvroName(\"text\")");
        refuses(backward(changed), "String words", WRITTEN + "'lines.words' is not in", "Then add @Alias(\"text\")");
    }

    @Test
    void renamedWithItsNameKept() {
        compile(RELEASED.replace("String text,", "@dev.annals.AvroName(\"text\") String words,"))
                .isClean();
    }

    @Test
    void renamedWithAnAlias() {
        Domain changed = RELEASED.replace("String text,", "@dev.annals.Alias(\"text\") String words,");

        refuses(
                compile(changed),
                "String words",
                CODE + "'lines.text' is not in",
                "An @Alias of 'words' tells only newer code where it is: keep its name for Avro, by @AvroName(\"text\")");
        asksToBeAccepted(backward(changed));
    }

    @Test
    void componentAddedWithADefault() {
        asksToBeAccepted(
                compile(RELEASED.replace("String text,", "String text, @dev.annals.Default(\"1\") int count,")));
    }

    @Test
    void componentRemovedThatHadADefault() {
        Domain next = RELEASED.replace("String text,", "String text, @dev.annals.Default(\"1\") int count,");
        compile(next, "-Aannals.schemas.accept=true").isClean();

        compile(RELEASED).isClean();
    }

    @Test
    void componentRemovedFromANestedRecord() {
        refuses(
                compile(RELEASED.replace("java.time.Instant time,", "")),
                "public record Line(",
                CODE + "'lines.time' is not in",
                "Bring it back");
    }

    @Test
    void constantAdded() {
        Domain changed = RELEASED.replace("CHF", "CHF, USD");

        assertThat(compile(changed).reported())
                .isNotEmpty()
                .allMatch(text -> text.contains("may be written as USD") && text.contains("@Default constant first"));
        asksToBeAccepted(backward(changed));
    }

    @Test
    void constantRemoved() {
        assertThat(compile(RELEASED.replace("EUR,", "")).reported())
                .isNotEmpty()
                .allMatch(text -> text.contains("may be written as EUR") && text.contains("Bring the constant back"));
    }

    @Test
    void leafRemoved() {
        refuses(
                compile(RELEASED.replace("record Cash() implements Source {}", "")),
                "Source source",
                WRITTEN + "'source' may be written as record bank.Source.Cash",
                "Bring the record back, or name it as the @Alias of the one that replaces it");
    }

    @Test
    void leafAdded() {
        Domain changed = RELEASED.replace(
                "record Cash() implements Source {}",
                "record Cash() implements Source {} record Gift() implements Source {}");

        refuses(
                compile(changed),
                "Source source",
                CODE + "'source' may be written as record bank.Source.Gift",
                "Leave the new");
        asksToBeAccepted(backward(changed));
    }

    @Test
    void componentOfALeaf() {
        refuses(
                compile(RELEASED.replace("long number", "String number")),
                "String number",
                WRITTEN + "'source.number' is written as long and read as string",
                "a component of another name beside it");
    }

    @Test
    void messageRenamed() {
        Domain changed = RELEASED.replace("record Deposited(\n", "record PaidIn(\n")
                .replace("evolve(Deposited deposited)", "evolve(PaidIn deposited)");

        compile(changed)
                .reports(
                        error(
                                Code.NOT_ACCEPTED,
                                "record PaidIn(",
                                "The schema of bank.Movement.PaidIn is new. If it shall stay so, accept it: mvn clean compile"
                                        + " -Dannals.schemas.accept=true"),
                        error(
                                Code.RELEASED_AND_GONE,
                                "bank.Movement.Deposited was released (bank.Movement.Deposited.1.avsc), and is no command,"
                                        + " event or snapshot now: bring it back, or write @Alias(\"bank.Movement.Deposited\")"
                                        + " on the record that replaces it, or delete its files where no such message was ever"
                                        + " written"));
        asksToBeAccepted(compile(changed.replace("record PaidIn(\n", "@Alias(\"Deposited\") record PaidIn(\n")));
    }

    @Test
    void messageRenamedAndChanged() {
        refuses(
                compile(RELEASED.replace("record Deposited(\n", "@Alias(\"Deposited\") record PaidIn(\n")
                        .replace("evolve(Deposited deposited)", "evolve(PaidIn deposited)")
                        .replace("scale = 2", "scale = 4")),
                "BigDecimal amount",
                WRITTEN + "'amount' is written as decimal(10, 2)",
                "beside it");
    }

    /** All former versions become the message, under whatever name they were written. */
    @Test
    void formerVersionUnderAFormerName() {
        Domain changed = RELEASED.replace(
                        DEPOSITED,
                        "@Alias(\"Deposited\") record PaidIn(long cents) implements Movement {"
                                + " static PaidIn upcast(Old former) { return new PaidIn(1); } }\n"
                                + DEPOSITED
                                        .replace(
                                                "record Deposited(",
                                                "@FormerVersion(name = \"bank.Movement.Deposited\", version = 1) record Old(")
                                        .replace("implements Movement ", ""))
                .replace("evolve(Deposited deposited)", "evolve(PaidIn deposited)");

        asksToBeAccepted(compile(changed));
    }

    @Test
    void versionRaisedForComponentsThatLookAsBefore() {
        Domain optional = RELEASED.replace(
                        "record Withdrawn(long amount)", "record Withdrawn(long amount, Optional<Long> fee)")
                .replace("return new Withdrawn(1);", "return null;");
        compile(optional, "-Aannals.schemas.accept=true").isClean();
        Domain changed = optional.replace(
                "record Withdrawn(long amount, Optional<Long> fee) implements Movement {}",
                "record Withdrawn(long amount, Optional<Long> fee) implements Movement {"
                        + " static Withdrawn upcast(Old former) { return null; } }"
                        + " @FormerVersion(name = \"bank.Movement.Withdrawn\", version = 1) record Old(long amount) {}");

        assertThat(compile(changed).reported())
                .anyMatch(text -> text.contains("[ANNALS-705] bank.Movement.Withdrawn.2.avsc has the same components"));
    }

    /** A record that holds others of its own type is called as it was released, at each depth. */
    @Test
    void formerVersionThatHoldsItself() {
        Domain tree = RELEASED.replace(
                        "record Withdrawn(long amount)", "record Withdrawn(long amount, List<Withdrawn> parts)")
                .replace("return new Withdrawn(1);", "return null;");
        Compiled.compile(tree, "-Aannals.schemas=" + folder.resolve("tree"), "-Aannals.schemas.accept=true")
                .isClean();
        Domain changed = tree.replace(
                "record Withdrawn(long amount, List<Withdrawn> parts) implements Movement {}",
                "record Withdrawn(long cents) implements Movement {"
                        + " static Withdrawn upcast(Old former) { return null; } }"
                        + " @FormerVersion(name = \"bank.Movement.Withdrawn\", version = 1)"
                        + " record Old(long amount, List<Old> parts) {}");

        asksToBeAccepted(Compiled.compile(changed, "-Aannals.schemas=" + folder.resolve("tree")));
    }
}
