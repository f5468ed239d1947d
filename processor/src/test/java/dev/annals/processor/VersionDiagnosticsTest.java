package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_FORMER;
import static dev.annals.processor.diagnostic.Code.BAD_UPCAST;
import static dev.annals.processor.diagnostic.Code.FORMER_NAME;
import static dev.annals.processor.diagnostic.Code.FORMER_NUMBER;
import static dev.annals.processor.diagnostic.Code.INACCESSIBLE;
import static dev.annals.processor.diagnostic.Code.UNSUPPORTED_TYPE;
import static dev.annals.processor.diagnostic.Code.UPCAST_GOES_BACK;
import static dev.annals.processor.diagnostic.Code.VERSIONS_ALIKE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with former versions and their upcasts. */
class VersionDiagnosticsTest {

    private static final String FIRST = "static Deposited upcast(V1 former) { return new Deposited(former.euros()); }";

    /** One former version, at the top of a file of its own. */
    private static final Domain TWO_VERSIONS = BANK.replace(
                    "record Deposited(long amount) implements Movement {}",
                    "record Deposited(long amount) implements Movement {\n        " + FIRST + "\n    }")
            .with("""
                    package bank;

                    @dev.annals.FormerVersion(
                            name = "bank.Movement.Deposited",
                            version = 1)
                    record V1(long euros) {}
                    """);

    private static final Domain THREE_VERSIONS = TWO_VERSIONS
            .replace(
                    FIRST,
                    "static V2 upcast(V1 former) { return new V2(former.euros(), 0); }\n"
                            + "        static Deposited upcast(V2 former) { return new Deposited(former.euros()); }")
            .with("""
                    package bank;

                    @dev.annals.FormerVersion(name = "bank.Movement.Deposited", version = 2)
                    record V2(long euros, int cents) {}
                    """);

    @Test
    void rightOnes() {
        compile(TWO_VERSIONS).isClean();
        compile(THREE_VERSIONS).isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deposited upcast(V1 former) { return null; }",
                "private static Deposited upcast(V1 former) { return null; }",
                "static Deposited upcast(V1 former) throws java.io.IOException { return null; }",
                "static <T> Deposited upcast(V1 former) { return null; }",
                "static @Nullable Deposited upcast(V1 former) { return null; }",
            })
    void upcastThatCannotBeCalled(String upcast) {
        compile(TWO_VERSIONS.replace(FIRST, upcast))
                .reports(error(
                        BAD_UPCAST,
                        upcast,
                        "Generated code calls upcast on no message, and expects one: write 'static Deposited upcast(V1"
                                + " former)', not private, not generic, without checked exceptions and @Nullable"));
    }

    @Test
    void uncheckedExceptionsMayBeDeclared() {
        compile(
                        TWO_VERSIONS.replace(
                                FIRST,
                                "static Deposited upcast(V1 former) throws IllegalArgumentException { return new Deposited(1); }"))
                .isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static Deposited upcast() { return null; }",
                "static Deposited upcast(long former) { return null; }",
                "static Deposited upcast(Withdrawn former) { return null; }",
                "static Deposited upcast(V1 former, int more) { return null; }",
            })
    void upcastOfSomethingElse(String upcast) {
        compile(TWO_VERSIONS.replace(FIRST, FIRST + "\n        " + upcast))
                .reports(error(
                        BAD_UPCAST,
                        upcast,
                        "upcast takes a former version of Deposited, and nothing else: a record without type parameters that"
                                + " is annotated with @FormerVersion. Annotate it, or give the method another name"));
    }

    @Test
    void componentMayBeCalledUpcast() {
        compile(BANK.replace("record Deposited(long amount)", "record Deposited(long upcast)"))
                .isClean();
    }

    @Test
    void anotherName() {
        compile(TWO_VERSIONS.replace("name = \"bank.Movement.Deposited\"", "name = \"bank.Deposited\""))
                .reports(error(
                        FORMER_NAME,
                        "name = \"bank.Deposited\"",
                        "V1 becomes Deposited, whose name is not bank.Deposited: write name = \"bank.Movement.Deposited\", or"
                                + " a former name that Deposited has as its @Alias"));
    }

    @Test
    void gap() {
        compile(TWO_VERSIONS.replace("version = 1", "version = 3"))
                .reports(error(
                        FORMER_NUMBER,
                        "version = 3",
                        "Deposited has a version 3, and none for version 1: write the record that stands for it, with an"
                                + " upcast, or count without gaps"));
    }

    @Test
    void versionBeforeTheFirst() {
        compile(TWO_VERSIONS.replace("version = 1", "version = 0"))
                .reports(error(FORMER_NUMBER, "version = 0", "The first version is 1, and none is before it"));
    }

    @Test
    void twoOfOneVersion() {
        compile(THREE_VERSIONS
                        .replace("static V2 upcast(V1 former)", "static Deposited upcast(V1 former)")
                        .replace("return new V2(former.euros(), 0);", "return new Deposited(0);")
                        .replace("version = 2", "version = 1"))
                .reports(
                        error(
                                FORMER_NUMBER,
                                "@dev.annals.FormerVersion(name",
                                "V1 and V2 both stand for version 1 of Deposited: give each a version of its own, and one upcast"));
    }

    @Test
    void upcastThatGoesRound() {
        compile(THREE_VERSIONS.replace(
                        "static Deposited upcast(V2 former) { return new Deposited(former.euros()); }",
                        "static V1 upcast(V2 former) { return new V1(former.euros()); }"))
                .reports(error(
                        UPCAST_GOES_BACK,
                        "static V1 upcast(V2 former)",
                        "upcast(V2) returns bank.V1, from where no upcast leads to Deposited: return that, or the record of a"
                                + " version after 2 that Deposited has an upcast for"));
    }

    @Test
    void upcastThatEndsElsewhere() {
        compile(TWO_VERSIONS.replace(FIRST, "static Withdrawn upcast(V1 former) { return new Withdrawn(1); }"))
                .reports(error(
                        UPCAST_GOES_BACK,
                        "static Withdrawn upcast(V1 former)",
                        "upcast(V1) returns bank.Movement.Withdrawn, from where no upcast leads to Deposited: return that, or"
                                + " the record of a version after 1 that Deposited has an upcast for"));
    }

    @Test
    void versionsThatLookTheSame() {
        compile(TWO_VERSIONS
                        .replace("record V1(long euros)", "record V1(long amount)")
                        .replace("former.euros()", "former.amount()"))
                .reports(error(
                        VERSIONS_ALIKE,
                        "record Deposited(",
                        "Versions 1 and 2 of Deposited have the same components, and a reader could not tell one from the"
                                + " other: rename a component, for example with its unit"));
    }

    @Test
    void formerVersionThatNothingTakes() {
        compile(TWO_VERSIONS.without(FIRST))
                .reports(error(
                        BAD_FORMER,
                        "record V1(",
                        "No message is made of V1: write 'static … upcast(V1 former)' in the record of the message that it is"
                                + " a former version of"));
    }

    @Test
    void formerVersionThatIsAMessage() {
        String former = "@FormerVersion(name = \"bank.Movement.Deposited\", version = 1)"
                + " record Old(long euros) implements Movement {}";
        compile(
                        BANK.replace(
                                        "record Deposited(long amount) implements Movement {}",
                                        "record Deposited(long amount) implements Movement {\n        "
                                                + "static Deposited upcast(Old former) { return new Deposited(1); }\n    }\n    "
                                                + former)
                                .replace("evolve(Deposited deposited)", "evolve(Movement movement)"),
                        "-Aannals.naming=off")
                .reports(error(
                        BAD_FORMER,
                        "record Old(",
                        "Old is a message itself, and so stands for no former version of another: take it out of its"
                                + " interface"));
    }

    @Test
    void componentsOfAFormerVersionAreCheckedToo() {
        assertThat(compile(TWO_VERSIONS.replace("record V1(long euros)", "record V1(long euros, Object more)"))
                        .reported())
                .singleElement()
                .asString()
                .contains(UNSUPPORTED_TYPE.text(), "V1.java:6");
    }

    @Test
    void formerVersionThatGeneratedCodeCannotName() {
        assertThat(compile(TWO_VERSIONS
                                .replace("upcast(V1 former)", "upcast(Old former)")
                                .replace(
                                        "record Deposited(long amount) implements Movement {",
                                        "record Deposited(long amount) implements Movement {\n        "
                                                + "@FormerVersion(name = \"bank.Movement.Deposited\", version = 1)"
                                                + " private record Old(long euros) {}\n")
                                .with("package bank;\n\nrecord V1() {}\n"))
                        .reported())
                .singleElement()
                .asString()
                .contains(INACCESSIBLE.text());
    }
}
