package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_ALIAS;
import static dev.annals.processor.diagnostic.Code.BAD_DEFAULT;
import static dev.annals.processor.diagnostic.Code.DUPLICATE_SCHEMA_NAME;
import static dev.annals.processor.diagnostic.Code.RESERVED_NAME;

import dev.annals.processor.diagnostic.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the annotations that shape schemas. */
class SchemaDiagnosticsTest {

    private static final Domain BASE = BANK.replace("return new Deposited(1);", "return null;")
            .with("package bank;\n\npublic enum Size { S, M }\n")
            .with("package bank;\n\npublic record Pair(long one, java.util.Optional<String> other) {}\n")
            .with("package bank;\n\npublic record Name(String text) {}\n")
            .with("package bank;\n\npublic record Loop(@dev.annals.Default(\"[{}]\") java.util.List<Loop> loops) {}\n")
            .with("""
                    package bank;

                    public sealed interface Shape {
                        record Dot(long x) implements Shape {}
                        record Line(long x, long y) implements Shape {}
                    }
                    """);

    private static Domain deposited(String components) {
        return BASE.replace("record Deposited(long amount)", "record Deposited(" + components + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean | yes | true or false",
                "byte | 128 | a whole number from -128 to 127",
                "Short | -32769 | a whole number from -32768 to 32767",
                "int | 1.5 | a whole number",
                "int | `` | a whole number",
                "int | 1 2 | a whole number",
                "int | one | a whole number",
                "long | \\\"1\\\" | a whole number",
                "long | 9223372036854775808 | a whole number from -9223372036854775808 to 9223372036854775807",
                "float | 1e39 | a number that the type can hold",
                "double | true | a number",
                "BigDecimal | 1e1001 | a number of at most 1000 decimal places or trailing zeros",
                "@Decimal(precision = 3, scale = 1) BigDecimal | 100 | a number of at most 3 digits, 1 of them behind the"
                        + " point",
                "@Decimal(precision = 3) BigDecimal | 0.5 | a number of at most 3 digits, 0 of them behind the point",
                "java.math.BigInteger | 0.5 | a whole number",
                "String | \\\"a\\\" b | a string with its quotes at both ends, or without them",
                "UUID | 1-1-1-1-1 | a UUID such as 6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5",
                "byte[] | ? | bytes in base64",
                "java.time.Instant | now | a time such as 2026-11-23T12:00:00Z",
                "java.time.Instant | +1000000000-12-31T23:59:59Z | a time that microseconds in 64 bits can hold",
                "java.time.LocalDate | 2026-02-30 | a date such as 2026-11-23",
                "java.time.LocalTime | 24:00 | a time of day such as 12:00:00",
                "java.time.LocalDateTime | 2026-11-23 | a date and time such as 2026-11-23T12:00:00",
                "java.time.Duration | PT4800000H | a duration such as PT1H30M, of some 292 years at most",
                "java.time.OffsetDateTime | 12:00 | a time with its offset such as 2026-11-23T12:00:00+01:00",
                "java.time.ZonedDateTime | 12:00 | a time with its zone such as"
                        + " 2026-11-23T12:00:00+01:00[Europe/Berlin]",
                "Size | L | one of S, M",
                "Pair | 1 | an object",
                "Pair | {} | an object with a field \"one\"",
                "Pair | {\\\"one\\\": 1, \\\"two\\\": 2} | an object without a field \"two\"",
                "List<Long> | {} | an array",
                "Set<Long> | [1, 1] | an array in which nothing is twice",
                "Map<String, Long> | [] | an object",
                "Map<Long, Long> | [1] | an array of objects with a \"key\" and a \"value\"",
                "Map<Long, Long> | [{\\\"key\\\": 1, \\\"value\\\": 1}, {\\\"key\\\": 1, \\\"value\\\": 2}]"
                        + " | an array in which no key is twice",
                "Shape | {\\\"_type\\\": \\\"Line\\\", \\\"x\\\": 1, \\\"y\\\": 1} | an object whose \"_type\" is"
                        + " \"Dot\", as Avro takes no default of another than a union's first type",
                "Optional<Long> | 1 | null, as Avro takes no other default where something may be absent: leave @Default"
                        + " out, or Optional or @Nullable",
                "@Nullable Long | 1 | null, as Avro takes no other default where something may be absent: leave @Default"
                        + " out, or Optional or @Nullable"
            })
    void defaultThatIsNone(String type, String value, String expected) {
        String text = value == null ? "" : value;

        compile(deposited("@Default(\"" + text + "\") " + type + " amount"))
                .reports(error(
                        BAD_DEFAULT,
                        "record Deposited(",
                        "amount cannot be \"" + text.replace("\\\"", "\"") + "\" by default: write " + expected));
    }

    @Test
    void defaultThatHoldsItself() {
        compile(deposited("Loop loop"))
                .reports(error(
                        BAD_DEFAULT,
                        "record Loop(",
                        "loops cannot be \"[{}]\" by default: write a value that does not hold itself by default"));
    }

    @Test
    void defaultWithoutAValue() {
        compile(deposited("@Default long amount"))
                .reports(error(
                        BAD_DEFAULT,
                        "record Deposited(",
                        "@Default on amount says of no value: write @Default(\"…\"), with the value as JSON"));
    }

    @Test
    void constantThatIsTheDefaultHasNoValue() {
        compile(deposited("Size size").replace("{ S, M }", "{ S, @dev.annals.Default(\"S\") M }"))
                .reports(error(
                        BAD_DEFAULT,
                        "public enum Size",
                        "M is itself what unknown symbols are read as: write @Default without a value"));
    }

    @Test
    void twoConstantsThatAreTheDefault() {
        compile(deposited("Size size").replace("{ S, M }", "{ @dev.annals.Default S, @dev.annals.Default M }"))
                .reports(
                        error(
                                BAD_DEFAULT,
                                "public enum Size",
                                "S, M are all marked with @Default, and an unknown symbol is read as one constant: leave one mark"));
    }

    @ParameterizedTest
    @CsvSource({"Default(\"x\"), BAD_DEFAULT", "Alias(\"x\"), BAD_ALIAS"})
    void componentThatIsNoField(String annotation, Code code) {
        compile(deposited("Name name").replace("Name(String", "Name(@dev.annals." + annotation + " String"))
                .reports(error(
                        code,
                        "public record Name",
                        "Name is written as its only component, which is no field there: write @"
                                + annotation.substring(0, annotation.indexOf('(')) + " where Name is a component"));
    }

    @ParameterizedTest
    @CsvSource({"1st, field", "a-b, field", "a.b, field", "'', field"})
    void fieldNameThatAvroDoesNotTake(String name, String what) {
        compile(deposited("@AvroName(\"" + name + "\") long amount"))
                .reports(error(
                        RESERVED_NAME,
                        "record Deposited(",
                        name + " cannot be the name of an Avro " + what
                                + ": write letters from A to Z, digits and underscores"));
    }

    @ParameterizedTest
    @CsvSource({"a-b, bank.a-b", "a..b, a..b", ".a, .a"})
    void typeNameThatAvroDoesNotTake(String name, String fullName) {
        compile(deposited("Pair pair")
                        .replace("public record Pair", "@dev.annals.AvroName(\"" + name + "\") record Pair"))
                .reports(error(
                        RESERVED_NAME,
                        "record Pair",
                        fullName + " cannot be the name of an Avro schema: write letters from A to Z, digits and"
                                + " underscores"));
    }

    @ParameterizedTest
    @CsvSource({
        "bank.Movement.Withdrawn, bank.Movement.Withdrawn, bank.Movement.Withdrawn",
        "Account, bank.Account, bank.Account",
        "dev.annals.OffsetDateTime, Annals, dev.annals.OffsetDateTime"
    })
    void typeThatIsCalledAsAnotherIs(String name, String other, String fullName) {
        compile(deposited("Pair pair")
                        .replace("public record Pair", "@dev.annals.AvroName(\"" + name + "\") record Pair"))
                .reports(error(
                        DUPLICATE_SCHEMA_NAME,
                        "record Pair",
                        other + " and bank.Pair have the same name in Avro, of a schema " + fullName
                                + ": give one another @AvroName"));
    }

    @Test
    void typeThatIsCalledAsTheEntryOfAMap() {
        compile(deposited("Map<Long, Pair> pairs")
                        .replace(
                                "public record Pair",
                                "@dev.annals.AvroName(\"bank.Movement.Deposited.pairsEntry\") record Pair"))
                .reports(error(
                        DUPLICATE_SCHEMA_NAME,
                        "record Deposited(",
                        "bank.Pair and an entry of pairs have the same name in Avro, of a schema"
                                + " bank.Movement.Deposited.pairsEntry: give one another @AvroName"));
    }

    @Test
    void fieldsOfOneName() {
        compile(deposited("long amount, @AvroName(\"amount\") long other"))
                .reports(error(
                        DUPLICATE_SCHEMA_NAME,
                        "record Deposited(",
                        "amount and other have the same name in Avro, of a field amount: give one another @AvroName"));
    }

    @Test
    void symbolsOfOneName() {
        compile(deposited("Size size").replace("{ S, M }", "{ S, @dev.annals.AvroName(\"S\") M }"))
                .reports(error(
                        DUPLICATE_SCHEMA_NAME,
                        "public enum Size",
                        "S and M have the same name in Avro, of a symbol S: give one another @AvroName"));
    }

    @ParameterizedTest
    @CsvSource({
        "amount, is a name or an alias that is in use: leave it out",
        "other, is a name or an alias that is in use: leave it out",
        "before, is a name or an alias that is in use: leave it out",
        "a-b, 'is no name in Avro: write letters from A to Z, digits and underscores'"
    })
    void aliasOfAField(String alias, String fault) {
        compile(deposited("@Alias(\"before\") long other, @Alias(\"" + alias + "\") long amount"))
                .reports(error(BAD_ALIAS, "record Deposited(", "The alias \"" + alias + "\" of amount " + fault));
    }

    @ParameterizedTest
    @CsvSource({
        "bank.Pair, bank.Pair, is a name or an alias that is in use: leave it out",
        "Name, bank.Name, is a name or an alias that is in use: leave it out",
        "a b, bank.a b, 'is no name in Avro: write letters from A to Z, digits and underscores'"
    })
    void aliasOfAType(String alias, String fullName, String fault) {
        compile(deposited("Pair pair, Name name, Size size")
                        .replace("public enum Size", "@dev.annals.AvroName(\"Name\") public enum Size")
                        .replace("public record Pair", "@dev.annals.Alias(\"" + alias + "\") public record Pair")
                        .replace("public record Name", "@dev.annals.AvroName(\"OtherName\") public record Name"))
                .reports(error(BAD_ALIAS, "public record Pair", "The alias \"" + fullName + "\" of Pair " + fault));
    }
}
