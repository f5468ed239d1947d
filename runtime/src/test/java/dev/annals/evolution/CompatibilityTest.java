package dev.annals.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.annals.evolution.Incompatibility.Kind;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of two schemas that do not go together: its kind, its place, and both sides. */
class CompatibilityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
                    "string"                                     | "int"                                        | TYPE      | 'a' is written as string and read as int
                    "long"                                       | "int"                                        | TYPE      | 'a' is written as long and read as int
                    "string"                                     | {"type":"string","logicalType":"uuid"}       | UNIT      | 'a' is written as string and read as uuid (string)
                    {"type":"long","logicalType":"timestamp-millis"} | {"type":"long","logicalType":"timestamp-micros"} | UNIT | 'a' is written as timestamp-millis (long) and read as timestamp-micros (long)
                    {"type":"int","logicalType":"time-millis"}   | {"type":"long","logicalType":"time-micros"}  | UNIT      | 'a' is written as time-millis (int) and read as time-micros (long)
                    {"type":"int","logicalType":"date"}          | "long"                                       | UNIT      | 'a' is written as date (int) and read as long
                    {"type":"bytes","logicalType":"big-decimal"} | {"type":"bytes","logicalType":"decimal","precision":9,"scale":2} | UNIT | 'a' is written as big-decimal (bytes) and read as decimal(9, 2)
                    {"type":"bytes","logicalType":"decimal","precision":9,"scale":2} | {"type":"bytes","logicalType":"decimal","precision":9,"scale":4} | SCALE | 'a' is written as decimal(9, 2) and read as decimal(9, 4)
                    {"type":"bytes","logicalType":"decimal","precision":9,"scale":2} | {"type":"bytes","logicalType":"decimal","precision":8,"scale":2} | PRECISION | 'a' is written as decimal(9, 2) and read as decimal(8, 2)
                    ["null","int"]                               | "int"                                        | NULL      | 'a' may be written as null, and is read as int only
                    ["null","string"]                            | ["null","int"]                               | TYPE      | 'a' is written as string and read as int
                    ["int","string"]                             | ["null","int"]                               | BRANCH    | 'a' may be written as string, and is read as null or int only
                    ["int","string"]                             | "boolean"                                    | TYPE      | 'a' is written as int or string and read as boolean
                    "boolean"                                    | ["null","int"]                               | TYPE      | 'a' is written as boolean and read as int
                    {"type":"array","items":"int"}               | {"type":"map","values":"int"}                | TYPE      | 'a' is written as array and read as map
                    {"type":"array","items":"string"}            | {"type":"array","items":"int"}               | TYPE      | 'a' is written as string and read as int
                    {"type":"enum","name":"n.E","symbols":["X","Y"]} | {"type":"enum","name":"n.E","symbols":["X"]} | SYMBOL | 'a' may be written as Y, which enum n.E does not have where it is read, nor a default instead
                    {"type":"enum","name":"n.E","symbols":["X"]} | {"type":"enum","name":"n.F","symbols":["X"]} | NAME      | 'a' is written as enum n.E and read as enum n.F, which does not have that name as an alias
                    {"type":"fixed","name":"n.E","size":4}       | {"type":"fixed","name":"n.E","size":5}       | TYPE      | 'a' is written in 4 bytes and read in 5
                    {"type":"record","name":"n.E","fields":[]}   | {"type":"record","name":"n.F","fields":[]}   | NAME      | 'a' is written as record n.E and read as record n.F, which does not have that name as an alias
                    """)
    void aChangeOfOneField(String writer, String reader, Kind kind, String message) {
        assertThat(Compatibility.check(message(field("a", writer)), message(field("a", reader))))
                .containsExactly(new Incompatibility(List.of("a"), kind, message));
    }

    @Test
    void aFieldWithoutDefault() {
        assertThat(Compatibility.check(message(), message(field("a", "\"int\""))))
                .containsExactly(new Incompatibility(
                        List.of("a"),
                        Kind.MISSING_DEFAULT,
                        "'a' is not in record shop.Ordered as it is written, and has no default where it is read"));
    }

    @Test
    void aMessageOfAnotherNameOrVersion() {
        Schema written = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"shop.Bought\",\"fields\":[]}");
        Schema second = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"shop.Ordered\",\"fields\":[],\"annals.version\":2}");

        assertThat(Compatibility.check(written, message()))
                .containsExactly(
                        new Incompatibility(
                                List.of(),
                                Kind.NAME,
                                "record shop.Bought is written as record shop.Bought and read as record shop.Ordered, which does not have that name as an alias"));
        assertThat(Compatibility.check(message(), second))
                .containsExactly(new Incompatibility(
                        List.of(),
                        Kind.VERSION,
                        "record shop.Ordered is written in version 1 of record shop.Ordered and read in version 2"));
    }

    @Test
    void pathsAreTheReadersAndEverythingIsFound() {
        Schema writer = message(
                field(
                        "rows",
                        "{'type':'array','items':{'type':'record','name':'n.Row','fields':[{'name':'price','type':'int'}]}}"),
                field("b", "'string'"));
        Schema reader = message(
                "{\"name\":\"lines\",\"aliases\":[\"rows\"],\"type\":"
                        + "{'type':'array','items':{'type':'record','name':'n.Row','fields':[{'name':'cost','aliases':['price'],'type':'string'}]}}}"
                                .replace('\'', '"'),
                field("b", "'long'"));

        assertThat(Compatibility.check(writer, reader))
                .extracting(Incompatibility::path, Incompatibility::message)
                .containsExactly(
                        tuple(List.of("lines", "cost"), "'lines.cost' is written as int and read as string"),
                        tuple(List.of("b"), "'b' is written as string and read as long"));
    }

    @Test
    void aNewFieldMayTakeTheNameThatAnotherHad() {
        Schema writer = message(field("a", "'int'"));
        Schema reader = message(
                "{\"name\":\"first\",\"aliases\":[\"a\"],\"type\":\"int\",\"default\":0}", field("a", "'string'"));

        assertThat(Compatibility.check(writer, reader))
                .extracting(Incompatibility::message)
                .containsExactly("'a' is written as int and read as string");
    }

    @Test
    void whatIsReadByItsNameIsNotReadByAnAliasAsWell() {
        Schema writer = message(field("a", "'int'"));
        Schema reader = message("{\"name\":\"first\",\"aliases\":[\"a\"],\"type\":\"int\"}", field("a", "'int'"));

        assertThat(Compatibility.check(writer, reader))
                .extracting(Incompatibility::message)
                .containsExactly(
                        "'first' is not in record shop.Ordered as it is written, and has no default where it is read");
    }

    private static String field(String name, String schema) {
        return "{\"name\":\"%s\",\"type\":%s}".formatted(name, schema.replace('\'', '"'));
    }

    private static Schema message(String... fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"shop.Ordered\",\"fields\":[" + String.join(",", fields) + "]}");
    }
}
