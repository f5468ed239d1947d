package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.RESERVED_NAME;
import static dev.annals.processor.diagnostic.Code.UNSUPPORTED_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the components of records. */
class ComponentDiagnosticsTest {

    private static final String ADVICE = "write a primitive or its box, String, UUID, BigDecimal, BigInteger, Instant,"
            + " LocalDate, LocalTime, LocalDateTime, OffsetDateTime, ZonedDateTime, Duration, byte[], an enum, a record, a"
            + " sealed interface of records, or an Optional, List, Set or Map of these";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.Object | java.lang.Object | ",
                "char | char | ",
                "java.lang.Number | java.lang.Number | ",
                "java.lang.Runnable | java.lang.Runnable | ",
                "Collection<String> | java.util.Collection<java.lang.String> | ",
                "List<?> | ? | ",
                "List<? extends Number> | ? extends java.lang.Number | ",
                "int[] | int[] | write a List",
                "String[] | java.lang.String[] | write a List",
                "byte[][] | byte[][] | write a List",
                "List | java.util.List | say of what: java.util.List<String>",
                "Optional | java.util.Optional | say of what: java.util.Optional<String>",
                "Map | java.util.Map | say of what: java.util.Map<String, String>",
                "Map<List<Long>, String> | java.util.Map<java.util.List<java.lang.Long>, java.lang.String> | write a key that is always there and is one value: a String, UUID, number, date, time, enum or record",
                "Map<Optional<Long>, String> | java.util.Map<java.util.Optional<java.lang.Long>, java.lang.String> | write a key that is always there and is one value: a String, UUID, number, date, time, enum or record",
                "Map<@Nullable String, String> | java.util.Map<java.lang.String, java.lang.String> | write a key that is always there and is one value: a String, UUID, number, date, time, enum or record",
                "Map<byte[], String> | java.util.Map<byte[], java.lang.String> | write a key that is always there and is one value: a String, UUID, number, date, time, enum or record",
                "Map<Object, String> | java.lang.Object | ",
                "bank.Open | bank.Open | ",
                "bank.Generic<String> | bank.Generic<java.lang.String> | write an interface without type parameters",
                "bank.Mixed | Mixed | make Other a record, or a sealed interface of records",
                "bank.Twice | Twice | rename one of its records that are called One: in JSON that is how they are told apart",
                "@Decimal(precision = 2) String | @Decimal java.lang.String | leave @Decimal out, or write it before a BigDecimal or BigInteger, also inside another type",
                "@Decimal(precision = 2) List<BigDecimal> | @Decimal java.util.List<java.math.BigDecimal> | leave @Decimal out, or write it before a BigDecimal or BigInteger, also inside another type",
                "List<@Decimal(precision = 2) Long> | @Decimal java.lang.Long | leave @Decimal out, or write it before a BigDecimal or BigInteger, also inside another type",
                "@Decimal(precision = 0) BigDecimal | @Decimal java.math.BigDecimal | write a precision of at least 1",
                "@Decimal(precision = 2, scale = 3) BigDecimal | @Decimal java.math.BigDecimal | write a scale from 0 to the precision, 2",
                "Optional<@Decimal(precision = 2, scale = -1) BigDecimal> | @Decimal java.math.BigDecimal | write a scale from 0 to the precision, 2",
                "java.math.@Decimal(precision = 2, scale = 1) BigInteger | @Decimal java.math.BigInteger | leave the scale out: a BigInteger has no digits behind the point",
                "Optional<Optional<String>> | java.util.Optional<java.util.Optional<java.lang.String>> | write one"
                        + " Optional: one absence is all that Avro and JSON tell",
                "Optional<@Nullable String> | java.util.Optional<java.lang.String> | write one Optional: one absence is all"
                        + " that Avro and JSON tell",
                "@Nullable Optional<String> | @Nullable java.util.Optional<java.lang.String> | leave @Nullable out",
                "@Nullable int | @Nullable int | leave @Nullable out",
                "@Nullable byte[] | byte[] | write 'byte @Nullable []'",
                "bank.Pair<String> | bank.Pair<java.lang.String> | write a record without type parameters",
                "bank.Nothing | Nothing | give the record a component: it says nothing",
                "bank.Never | Never | give the enum a constant: there is no value of it"
            })
    void componentThatHasNoMapping(String type, String shown, String advice) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(" + type + " amount)")
                .replace("return new Deposited(1);", "return null;")
                .with("package bank;\n\npublic record Pair<T>(T one, T other) {}\n")
                .with("package bank;\n\npublic record Nothing() {}\n")
                .with("package bank;\n\npublic enum Never {}\n")
                .with("package bank;\n\npublic interface Open {}\n")
                .with(
                        "package bank;\n\npublic sealed interface Generic<T> { record Of<T>(T it) implements Generic<T> {} }\n")
                .with("package bank;\n\npublic sealed interface Mixed { enum Other implements Mixed { A } }\n")
                .with("package bank;\n\npublic sealed interface Twice { record One() implements Twice {}"
                        + " interface In { record One() implements Twice {} } }\n");

        compile(domain, "-Xlint:-rawtypes")
                .reports(error(
                        UNSUPPORTED_TYPE,
                        "record Deposited(",
                        "amount has the type " + shown + ", which has no mapping: "
                                + (advice == null ? ADVICE : advice)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<%s>",
                "Set<%s>",
                "Map<String, %s>",
                "Optional<%s>",
                "@Nullable %s",
                "List<Map<String, Optional<%s>>>",
                "Line"
            })
    void itemThatHasNoMapping(String type) {
        Domain domain = BANK.replace(
                        "record Deposited(long amount)", "record Deposited(" + type.formatted("Object") + " amount)")
                .replace("return new Deposited(1);", "return null;")
                .with("package bank;\n\npublic record Line(\nObject amount) {}\n");

        compile(domain)
                .reports(error(
                        UNSUPPORTED_TYPE,
                        type.equals("Line") ? "Object amount" : "record Deposited(",
                        "amount has the type java.lang.Object, which has no mapping: " + ADVICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Node next", "Link link"})
    void recordThatAlwaysHoldsAnother(String component) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(Node node)")
                .replace("return new Deposited(1);", "return null;")
                .with("package bank;\n\npublic record Node(long amount, " + component + ") {}\n")
                .with("package bank;\n\npublic record Link(long amount, List<Node> nodes, Node node) {}\n"
                        .replace("List", "java.util.List"));

        assertThat(compile(domain).reported())
                .contains(
                        "error Node.java:3 [ANNALS-501] Node always holds another Node, so that there can be none: write an"
                                + " Optional or a List of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_amount", "$amount", "größe", "amount$", "_"})
    void reservedComponentName(String name) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(long " + name + ")");

        if (name.equals("_")) {
            compile(domain).leavesToJavac();
        } else {
            compile(domain)
                    .reports(error(
                            RESERVED_NAME,
                            "record Deposited(",
                            name
                                    + " cannot be the name of an Avro and JSON field here: write a letter, then letters, digits"
                                    + " and underscores. (Names with an underscore in front, such as _type, are Annals'"
                                    + " own)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "Size$"})
    void recordWhoseNameAvroDoesNotTake(String name) {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(bank." + name + " amount)")
                .replace("return new Deposited(1);", "return null;")
                .with("package bank;\n\npublic record " + name + "(long cents, long count) {}\n");

        compile(domain)
                .reports(error(
                        RESERVED_NAME,
                        "public record " + name,
                        "bank." + name + " cannot be the name of an Avro schema: write letters from A to Z, digits and"
                                + " underscores"));
    }

    @Test
    void constantWhoseNameAvroDoesNotTake() {
        Domain domain = BANK.replace("record Deposited(long amount)", "record Deposited(Size size)")
                .replace("return new Deposited(1);", "return null;")
                .with("package bank;\n\npublic enum Size { S, M, L$ }\n");

        compile(domain)
                .reports(error(
                        RESERVED_NAME,
                        "enum Size",
                        "L$ cannot be the name of an Avro symbol: write letters from A to Z, digits and underscores"));
    }
}
