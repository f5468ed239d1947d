package dev.annals.processor;

import static dev.annals.processor.Compiled.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.annals.processor.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate on the bank's own sources, and the schemas that were released of it: shown failing, mended, accepted, passing. */
class BankGateTest {

    private static final Domain BANK = BankGoldenTest.BANK;
    private static final Path RELEASED = Path.of("../examples/bank/src/main/avro");
    private static final String UPCAST = "or keep the old components as a @FormerVersion with an upcast";
    private static final String BACKWARD_ONLY =
            UPCAST + ", or, where no such code runs any more, compile with -Aannals.compatibility=backward";
    private static final String ACCEPT =
            "If it shall stay so, accept it: mvn clean compile -Dannals.schemas.accept=true";

    private static final int ALL = TextFiles.below(RELEASED).size();

    @TempDir
    Path folder;

    @BeforeEach
    void copyReleased() throws IOException {
        for (Path file : TextFiles.below(RELEASED)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private Compiled compile(Domain domain, String... options) {
        return Compiled.compile(
                domain,
                Stream.concat(Stream.of("-Xlint:-processing", "-Aannals.schemas=" + folder), Stream.of(options))
                        .toArray(String[]::new));
    }

    private Compiled accept(Domain domain) {
        return compile(domain, "-Aannals.schemas.accept=true");
    }

    private List<String> files() {
        return TextFiles.below(folder).stream()
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
    }

    @Test
    void bankItselfPasses() {
        compile(BANK).isClean();
    }

    @Test
    void allMessagesOfTheBankWereReleased() {
        assertThat(files())
                .hasSize(ALL)
                .contains(
                        "bank.Account.1.avsc",
                        "bank.Movement.Deposited.1.avsc",
                        "bank.Movement.InsufficientFunds.1.avsc",
                        "bank.Movement.Withdrawn.1.avsc",
                        "bank.Operation.Deposit.1.avsc",
                        "bank.Operation.Withdraw.1.avsc");
    }

    @Test
    void anotherType() {
        Domain changed = BANK.replace("record Withdrawn(BigDecimal amount)", "record Withdrawn(long amount)")
                .replace("new Withdrawn(withdraw.amount())", "new Withdrawn(withdraw.amount().longValue())")
                .replace(
                        "balance.subtract(withdrawn.amount())",
                        "balance.subtract(BigDecimal.valueOf(withdrawn.amount()))");

        compile(changed)
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record Withdrawn(",
                        "What was written with bank.Movement.Withdrawn.1.avsc could not be read any more: 'amount' is written"
                                + " as big-decimal (bytes) and read as long. Leave it as it was, with a component of another"
                                + " name beside it, " + UPCAST));
        accept(changed).refuses();
        assertThat(files()).hasSize(ALL);
    }

    @Test
    void componentThatIsNewAndRequired() {
        Domain changed = withCurrency("String currency", "\"EUR\"");

        compile(changed)
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record Withdrawn(",
                        "What was written with bank.Movement.Withdrawn.1.avsc could not be read any more: 'currency' is not in"
                                + " record bank.Movement.Withdrawn as it is written, and has no default where it is read. Give"
                                + " it a @Default, or make it Optional or @Nullable, " + UPCAST));
    }

    @Test
    void componentThatIsNewAndOptionalIsAcceptedOnce() {
        Domain changed = withCurrency("java.util.Optional<String> currency", "java.util.Optional.of(\"EUR\")");

        compile(changed)
                .reports(error(
                        Code.NOT_ACCEPTED,
                        "record Withdrawn(",
                        "The schema of bank.Movement.Withdrawn has changed, in a way that breaks nothing. " + ACCEPT));
        accept(changed).isClean();
        assertThat(files()).hasSize(ALL + 1).contains("bank.Movement.Withdrawn.2.avsc");
        compile(changed).isClean();
        accept(changed).isClean();
        assertThat(files()).hasSize(ALL + 1);
    }

    @Test
    void allReleasesAreCompared() {
        accept(withCurrency("java.util.Optional<String> currency", "java.util.Optional.of(\"EUR\")"))
                .isClean();
        accept(BANK).isClean();

        // The last release alone would let pass what the second one does not.
        compile(withCurrency("java.util.Optional<Long> currency", "java.util.Optional.of(1L)"))
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record Withdrawn(",
                        "What was written with bank.Movement.Withdrawn.2.avsc could not be read any more: 'currency' is"
                                + " written as string and read as long. Leave it as it was, with a component of another name"
                                + " beside it, " + UPCAST));
    }

    @Test
    void componentThatIsRemoved() {
        Domain changed = BANK.replace(
                        "record InsufficientFunds(BigDecimal requested, BigDecimal balance)",
                        "record InsufficientFunds(BigDecimal requested)")
                .replace(
                        "new InsufficientFunds(withdraw.amount(), balance)",
                        "new InsufficientFunds(withdraw.amount())");

        compile(changed)
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record InsufficientFunds(",
                        "Code with bank.Movement.InsufficientFunds.1.avsc could not read what is written now: 'balance' is not"
                                + " in record bank.Movement.InsufficientFunds as it is written, and has no default where it"
                                + " is read. Bring it back, " + BACKWARD_ONLY));
        compile(changed, "-Aannals.compatibility=backward")
                .reports(error(
                        Code.NOT_ACCEPTED,
                        "record InsufficientFunds(",
                        "The schema of bank.Movement.InsufficientFunds has changed, in a way that breaks nothing. "
                                + ACCEPT));
    }

    @Test
    void componentThatIsRenamed() {
        Domain changed = BANK.replace("record Withdrawn(BigDecimal amount)", "record Withdrawn(BigDecimal sum)")
                .replace("withdrawn.amount()", "withdrawn.sum()");

        compile(changed)
                .reports(
                        error(
                                Code.INCOMPATIBLE,
                                "record Withdrawn(",
                                "What was written with bank.Movement.Withdrawn.1.avsc could not be read any more: 'sum' is not in"
                                        + " record bank.Movement.Withdrawn as it is written, and has no default where it is read. Was"
                                        + " 'amount' renamed? Then keep its name for Avro, by @AvroName(\"amount\"), as released code"
                                        + " looks for that; with -Aannals.compatibility=backward, @Alias(\"amount\") is enough"));
    }

    @Test
    void commandThatIsNew() {
        Domain changed = BANK.replace(
                        "    private static void requirePositive(",
                        "    record Close(String account, BigDecimal amount) implements Operation {}\n\n"
                                + "    private static void requirePositive(")
                .replace(
                        "    Account evolve(Deposited deposited)",
                        "    Movement decide(Operation.Close close) { return new Withdrawn(balance); }\n\n"
                                + "    Account evolve(Deposited deposited)");

        compile(changed)
                .reports(error(
                        Code.NOT_ACCEPTED, "record Close(", "The schema of bank.Operation.Close is new. " + ACCEPT));
        accept(changed).isClean();
        compile(changed).isClean();
    }

    @Test
    void eventThatIsGone() {
        Domain changed = BANK.replace("record Withdrawn(BigDecimal amount)", "record Taken(BigDecimal amount)")
                .replace("import bank.Movement.Withdrawn;", "import bank.Movement.Taken;")
                .replace("new Withdrawn(", "new Taken(")
                .replace("evolve(Withdrawn withdrawn)", "evolve(Taken withdrawn)");

        compile(changed)
                .reports(
                        error(
                                Code.NOT_ACCEPTED,
                                "record Taken(",
                                "The schema of bank.Movement.Taken is new. " + ACCEPT),
                        error(
                                Code.RELEASED_AND_GONE,
                                "bank.Movement.Withdrawn was released (bank.Movement.Withdrawn.1.avsc), and is no"
                                        + " command, event or snapshot now: bring it back, or write"
                                        + " @Alias(\"bank.Movement.Withdrawn\") on the record that replaces it, or delete its"
                                        + " files where no such message was ever written"));
        accept(changed).refuses();
        assertThat(files()).hasSize(ALL);
    }

    @Test
    void formerVersionReadsWhatWasReleased() {
        Domain changed = inCents(
                "@dev.annals.FormerVersion(name = \"bank.Movement.Withdrawn\", version = 1)\n"
                        + "    record WithdrawnV1(BigDecimal amount) {}\n\n    ",
                "{ static Withdrawn upcast(WithdrawnV1 former) { return new Withdrawn(former.amount().movePointRight(2).longValueExact()); } }");

        compile(changed)
                .reports(error(
                        Code.NOT_ACCEPTED,
                        "record Withdrawn(",
                        "The schema of bank.Movement.Withdrawn has changed, in a way that breaks nothing. " + ACCEPT));
        accept(changed).isClean();
        compile(changed).isClean();
        assertThat(TextFiles.read(folder.resolve("bank.Movement.Withdrawn.2.avsc")))
                .contains("\"annals.version\" : 2");
        compile(BANK)
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record Withdrawn(",
                        "bank.Movement.Withdrawn.2.avsc is of version 2 of bank.Movement.Withdrawn, which has version 1 now:"
                                + " bring its former versions back"));
    }

    @Test
    void formerVersionThatIsNotWhatWasReleased() {
        Domain changed = inCents(
                "@dev.annals.FormerVersion(name = \"bank.Movement.Withdrawn\", version = 1)\n"
                        + "    record WithdrawnV1(String amount) {}\n\n    ",
                "{ static Withdrawn upcast(WithdrawnV1 former) { return new Withdrawn(Long.parseLong(former.amount())); } }");

        compile(changed)
                .reports(error(
                        Code.INCOMPATIBLE,
                        "record WithdrawnV1(",
                        "What was written with bank.Movement.Withdrawn.1.avsc could not be read any more: 'amount' is"
                                + " written as big-decimal (bytes) and read as string. Leave it as it was, with a"
                                + " component of another name beside it, " + UPCAST));
    }

    private static Domain inCents(String before, String body) {
        return BANK.replace(
                        "record Withdrawn(BigDecimal amount) implements Movement {}",
                        before + "record Withdrawn(long cents) implements Movement " + body)
                .replace("new Withdrawn(withdraw.amount())", "new Withdrawn(withdraw.amount().longValue())")
                .replace(
                        "balance.subtract(withdrawn.amount())",
                        "balance.subtract(BigDecimal.valueOf(withdrawn.cents()))");
    }

    private static Domain withCurrency(String component, String value) {
        return BANK.replace(
                        "record Withdrawn(BigDecimal amount)", "record Withdrawn(BigDecimal amount, " + component + ")")
                .replace("new Withdrawn(withdraw.amount())", "new Withdrawn(withdraw.amount(), " + value + ")");
    }

    @Test
    void fileThatWasEdited() throws IOException {
        Path file = folder.resolve("bank.Account.1.avsc");
        Files.writeString(file, TextFiles.read(file).replace("\"Account\"", "\"Konto\""));

        compile(BANK).reports(unreadable(file, "the schema in it is that of bank.Konto"), notAccepted());
    }

    @Test
    void fileThatIsNoSchema() throws IOException {
        Path file = folder.resolve("bank.Account.1.avsc");
        Files.writeString(file, "{\"type\" : \"recor\"}");

        assertThat(compile(BANK).reported())
                .anyMatch(text -> text.contains("[ANNALS-804] " + file
                        + " is not a released schema as it was written there: it is no Avro schema ("));
    }

    @Test
    void fileOfAnotherName() throws IOException {
        Files.move(folder.resolve("bank.Account.1.avsc"), folder.resolve("Account.avsc"));

        compile(BANK)
                .reports(
                        unreadable(
                                folder.resolve("Account.avsc"), "its name is not {record's full name}.{number}.avsc"),
                        notAccepted());
    }

    private static Compiled.Expected notAccepted() {
        return error(Code.NOT_ACCEPTED, "public record Account(", "The schema of bank.Account is new. " + ACCEPT);
    }

    private static Compiled.Expected unreadable(Path file, String reason) {
        return error(
                Code.RELEASED_UNREADABLE,
                file + " is not a released schema as it was written there: " + reason
                        + ". Restore it from version control, or move what is not the gate's to another folder");
    }

    @Test
    void folderThatDoesNotExistIsANote() {
        Path missing = folder.resolve("missing");

        Compiled compiled = compile(BANK, "-Aannals.schemas=" + missing);

        compiled.isClean();
        assertThat(compiled.compilation().notes())
                .extracting(note -> note.getMessage(Locale.ROOT))
                .contains("[" + Code.NOTHING_RELEASED.text() + "] No schemas were released yet: there is no " + missing
                        + ". Before the first release, accept those that there are: mvn clean compile"
                        + " -Dannals.schemas.accept=true");
        assertThat(missing).doesNotExist();
    }

    @Test
    void folderIsMadeByAccepting() {
        Path missing = folder.resolve("missing/avro");

        compile(BANK, "-Aannals.schemas=" + missing, "-Aannals.schemas.accept=true")
                .isClean();

        assertThat(TextFiles.below(missing)).hasSize(ALL);
    }

    @Test
    void withoutTheOptionNothingIsCompared() {
        Compilation compilation =
                Compiled.compile(withCurrency("String currency", "\"EUR\"")).compilation();

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.notes())
                .noneMatch(note -> note.getMessage(Locale.ROOT).contains("ANNALS"));
    }

    @Test
    void nothingIsAcceptedWhereSomethingElseIsWrong() {
        Domain changed = withCurrency("java.util.Optional<String> currency", "java.util.Optional.of(\"EUR\")")
                .replace("Account evolve(Deposited deposited)", "Account evolved(Deposited deposited)");

        accept(changed).refuses();

        assertThat(files()).hasSize(ALL);
    }

    @Test
    void documentationIsNoChange() throws IOException {
        Path file = folder.resolve("bank.Account.1.avsc");
        Files.writeString(
                file,
                TextFiles.read(file)
                        .replace("\"name\" : \"Account\"", "\"doc\" : \"Other words.\", \"name\" : \"Account\""));

        compile(BANK).isClean();
    }
}
